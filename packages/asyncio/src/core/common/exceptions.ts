/** The exceptions of asyncio itself. */
import { signature } from '../../builtins/arguments.js';
import { registerExceptions } from '../../builtins/exception_classes.js';
import {
  BaseException,
  EOFError,
  Exception,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
} from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';

export { TimeoutError } from '../../builtins/exceptions.js';

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
 * **Python.** `asyncio.CancelledError`, a `BaseException`: `instanceof asyncio.Exception` is false. It has no
 * JavaScript stack outside debug mode.
 *
 * @example
 * ```ts
 * const log: string[] = [];
 * const work = asyncio.coroutine(async () => {
 *   try {
 *     await asyncio.sleep(3600);
 *   } finally {
 *     log.push('cleaned up');
 *   }
 * });
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(work());
 *   await asyncio.sleep(1);
 *   task.cancel('enough');
 *   await asyncio.wait([task]);
 *   return task.cancelled();
 * });
 * await asyncio.run(main()); // => true
 * log; // => ['cleaned up']
 * ```
 *
 * @public
 */
export class CancelledError extends BaseException {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The state of a future or task doesn't allow the operation: it has no result yet, or has one already.
 *
 * @remarks
 * **Python.** `asyncio.InvalidStateError`; that of {@link concurrent} is another class.
 *
 * @example
 * ```ts
 * const future = new asyncio.Future<number>({ loop: asyncio.new_event_loop() });
 * try {
 *   future.result();
 * } catch (error) {
 *   asyncio.repr(error); // => "InvalidStateError('Result is not set.')"
 * }
 * ```
 *
 * @public
 */
export class InvalidStateError extends Exception {}

/**
 * `sendfile` can't be used for this socket or file.
 *
 * @remarks
 * **Python.** `asyncio.SendfileNotAvailableError`, since 3.7; a `RuntimeError`. Who gets it copies the file by itself.
 *
 * @example
 * ```ts
 * new asyncio.SendfileNotAvailableError() instanceof asyncio.RuntimeError; // => true
 * ```
 *
 * @public
 */
export class SendfileNotAvailableError extends RuntimeError {}

/**
 * The stream ended before all that was asked for had come.
 *
 * @remarks
 * **Python.** `asyncio.IncompleteReadError`, an `EOFError`.
 *
 * @example
 * ```ts
 * const error = new asyncio.IncompleteReadError(Uint8Array.of(1, 2), 4);
 * String(error); // => '2 bytes read on a total of 4 expected bytes'
 * error.partial.length; // => 2
 * ```
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

/**
 * The buffer's limit was reached before a separator came.
 *
 * @remarks
 * **Python.** `asyncio.LimitOverrunError`. `consumed` tells how many bytes of the buffer hold no separator, and can be
 * read or thrown away.
 *
 * @example
 * ```ts
 * const error = new asyncio.LimitOverrunError('Separator is not found', 65536);
 * error.consumed; // => 65536
 * error.args; // => ['Separator is not found']
 * ```
 *
 * @public
 */
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

/**
 * The barrier was broken, or reset while somebody waited.
 *
 * @remarks
 * **Python.** `asyncio.BrokenBarrierError`, since 3.11; a `RuntimeError`.
 *
 * @example
 * ```ts
 * const barrier = new asyncio.Barrier(2);
 * const main = asyncio.coroutine(async () => {
 *   await barrier.abort();
 *   await barrier.wait();
 * });
 * await asyncio.run(main()).catch(asyncio.repr); // => "BrokenBarrierError('Barrier aborted')"
 * ```
 *
 * @public
 */
export class BrokenBarrierError extends RuntimeError {}

/**
 * Nothing is in the queue right now. Recorded without a JavaScript stack outside debug mode.
 *
 * @remarks
 * **Python.** `asyncio.QueueEmpty`, raised by `get_nowait`.
 *
 * @example
 * ```ts
 * const queue = new asyncio.Queue<string>();
 * try {
 *   queue.get_nowait();
 * } catch (error) {
 *   error instanceof asyncio.QueueEmpty; // => true
 * }
 * ```
 *
 * @public
 */
export class QueueEmpty extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The queue is full right now. Recorded without a JavaScript stack outside debug mode.
 *
 * @remarks
 * **Python.** `asyncio.QueueFull`, raised by `put_nowait`.
 *
 * @example
 * ```ts
 * const queue = new asyncio.Queue<string>(1);
 * queue.put_nowait('a');
 * try {
 *   queue.put_nowait('b');
 * } catch (error) {
 *   error instanceof asyncio.QueueFull; // => true
 * }
 * ```
 *
 * @public
 */
export class QueueFull extends Exception {
  /** Control flow: no stack. */
  static override readonly stackless: boolean = true;
}

/**
 * The queue was shut down: nothing can be put in any more, and nothing taken out once it is empty. Recorded without a
 * JavaScript stack outside debug mode.
 *
 * @remarks
 * **Python.** `asyncio.QueueShutDown`, since 3.13. Who waits in `put` or `get` gets it too.
 *
 * @example
 * Shutting down is how a producer tells its consumers that no more comes.
 * ```ts
 * const queue = new asyncio.Queue<string>();
 * queue.put_nowait('last');
 * queue.shutdown();
 * const main = asyncio.coroutine(async () => {
 *   const items: string[] = [];
 *   try {
 *     for (;;) items.push(await queue.get());
 *   } catch (error) {
 *     if (!(error instanceof asyncio.QueueShutDown)) throw error;
 *     return items;
 *   }
 * });
 * await asyncio.run(main()); // => ['last']
 * ```
 *
 * @public
 */
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
