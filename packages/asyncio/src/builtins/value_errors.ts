/** `ValueError`; its Unicode branch is in `unicode_errors.ts`. */
import { Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';

/**
 * An argument of the right type with a value that can't be.
 *
 * @remarks
 * **Python.** `ValueError`, the root of `UnicodeError` as well. JavaScript's nearest is the native `RangeError`, which
 * is not one of these.
 *
 * @example
 * ```ts
 * try {
 *   new asyncio.Semaphore(-1);
 * } catch (error) {
 *   asyncio.repr(error); // => "ValueError('Semaphore initial value must be >= 0')"
 * }
 * ```
 *
 * @public
 */
export class ValueError extends Exception {}

registerExceptions({ ValueError });
