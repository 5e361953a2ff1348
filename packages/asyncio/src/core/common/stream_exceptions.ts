/** What reading from streams raises. */
import { signature } from '../../builtins/arguments.js';
import { registerExceptions } from '../../builtins/exception_classes.js';
import { EOFError, Exception } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';

const INCOMPLETE_READ = signature('IncompleteReadError.__init__(self, partial, expected)');
const LIMIT_OVERRUN = signature('LimitOverrunError.__init__(self, message, consumed)');

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

registerExceptions({ IncompleteReadError, LimitOverrunError }, 'asyncio.exceptions');
