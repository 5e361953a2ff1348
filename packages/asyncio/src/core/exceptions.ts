/** The exceptions of asyncio itself. */
import { signature } from '../builtins/arguments.js';
import { registerExceptions } from '../builtins/exception_classes.js';
import {
  BaseException,
  EOFError,
  Exception,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
} from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';

export { TimeoutError } from '../builtins/exceptions.js';

const INCOMPLETE_READ = signature('IncompleteReadError.__init__', {
  positional: ['partial', 'expected'],
  required: 2,
  method: true,
});
const LIMIT_OVERRUN = signature('LimitOverrunError.__init__', {
  positional: ['message', 'consumed'],
  required: 2,
  method: true,
});

/**
 * The work was cancelled.
 *
 * It is thrown at the `await` at which a task stands when somebody cancels it. Clean up in `finally`; who catches it
 * should throw it again, or the cancellation has no effect.
 *
 * @remarks
 * **Python.** `asyncio.CancelledError`, a `BaseException`: `instanceof asyncio.Exception` is false. It has no JavaScript
 * stack outside debug mode.
 *
 * @public
 */
export class CancelledError extends BaseException {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/** The state of a future or task doesn't allow the operation. @public */
export class InvalidStateError extends Exception {}

/** `sendfile` can't be used for this socket or file. @public */
export class SendfileNotAvailableError extends RuntimeError {}

/**
 * The stream ended before all that was asked for had come.
 *
 * @remarks
 * **Python.** `asyncio.IncompleteReadError`, an `EOFError`.
 *
 * @public
 */
export class IncompleteReadError extends EOFError {
  /** What had come. */
  readonly partial: Uint8Array;
  /** How much was asked for; null if up to a separator. */
  readonly expected: number | null;

  /**
   * Takes what came and how much was expected.
   *
   * @param partial - What had come.
   * @param expected - How much was asked for; null if up to a separator.
   */
  constructor(partial: Uint8Array, expected: number | null);
  constructor(partial: Uint8Array, keywords: { expected: number | null });
  constructor(keywords: { partial: Uint8Array; expected: number | null });
  constructor(...args: unknown[]) {
    const [partial, given] = INCOMPLETE_READ.bind(args) as [Uint8Array, number | null | undefined];
    const expected = given ?? null;
    const total = expected === null ? 'undefined' : repr(expected);
    super(`${String(partial.length)} bytes read on a total of ${total} expected bytes`);
    this.partial = partial;
    this.expected = expected;
  }
}

/** The buffer's limit was reached before a separator came. @public */
export class LimitOverrunError extends Exception {
  /** How many bytes must be consumed before one can go on. */
  readonly consumed: number;

  /**
   * Takes the message and how many bytes are to be consumed.
   *
   * @param message - The message.
   * @param consumed - How many bytes must be consumed before one can go on.
   */
  constructor(message: string, consumed: number);
  constructor(message: string, keywords: { consumed: number });
  constructor(keywords: { message: string; consumed: number });
  constructor(...args: unknown[]) {
    const [message, consumed] = LIMIT_OVERRUN.bind(args) as [string, number];
    super(message);
    this.consumed = consumed;
  }
}

/** The barrier was broken, or reset while somebody waited. @public */
export class BrokenBarrierError extends RuntimeError {}

/** Nothing is in the queue right now. Recorded without a stack. @public */
export class QueueEmpty extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/** The queue is full right now. Recorded without a stack. @public */
export class QueueFull extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/** The queue was shut down. Recorded without a stack. @public */
export class QueueShutDown extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

registerExceptions(
  {
    CancelledError,
    InvalidStateError,
    SendfileNotAvailableError,
    IncompleteReadError,
    LimitOverrunError,
    BrokenBarrierError,
  },
  'asyncio.exceptions',
);
registerExceptions({ QueueEmpty, QueueFull, QueueShutDown }, 'asyncio.queues');

/** Whether an exception ends the program, not just what runs: such ones are never swallowed by a loop. */
export function isFatal(error: unknown): boolean {
  return error instanceof KeyboardInterrupt || error instanceof SystemExit;
}
