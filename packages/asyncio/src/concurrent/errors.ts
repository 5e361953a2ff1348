/** The errors of `concurrent.futures`. They are not asyncio's of the same names. */
import { Exception, RuntimeError } from '../builtins/exceptions.js';

/**
 * The root of the errors of futures.
 *
 * @remarks
 * **Python.** `concurrent.futures.Error`, the root of its `CancelledError` and `InvalidStateError`, not of
 * `TimeoutError`.
 *
 * @example
 * ```ts
 * const { CancelledError, Error, InvalidStateError } = asyncio.concurrent;
 * [new CancelledError(), new InvalidStateError()].every((error) => error instanceof Error); // => true
 * ```
 *
 * @public
 */
export class FuturesError extends Exception {}
Object.defineProperty(FuturesError, 'name', { value: 'Error' });

/**
 * The future was cancelled, and has no result to give.
 *
 * @remarks
 * **Python.** `concurrent.futures.CancelledError`, another class than asyncio's. It is an ordinary `Exception`: it
 * tells of a future's end, and cancels nobody who hears of it.
 *
 * @example
 * ```ts
 * const future = new asyncio.concurrent.Future();
 * future.cancel();
 * const error: unknown = await future.result().catch((error: unknown) => error);
 * error instanceof asyncio.concurrent.CancelledError; // => true
 * error instanceof asyncio.CancelledError; // => false
 * ```
 *
 * @public
 */
export class CancelledError extends FuturesError {}

/**
 * The future can't do that in the state that it is in.
 *
 * @remarks
 * **Python.** `concurrent.futures.InvalidStateError`, since 3.8; another class than asyncio's.
 *
 * @example
 * ```ts
 * const future = new asyncio.concurrent.Future<number>();
 * future.set_result(1);
 * try {
 *   future.set_result(2);
 * } catch (error) {
 *   error instanceof asyncio.concurrent.InvalidStateError; // => true
 * }
 * ```
 *
 * @public
 */
export class InvalidStateError extends FuturesError {}

/**
 * An executor that can't go on after a failure, such as the death of a worker.
 *
 * @remarks
 * **Python.** `concurrent.futures.BrokenExecutor`, since 3.7; a `RuntimeError`. An executor of your own raises it from
 * `submit`, and gives it to the futures that it can't serve any more.
 *
 * @example
 * ```ts
 * class Once extends asyncio.concurrent.Executor {
 *   override submit(): never {
 *     throw new asyncio.concurrent.BrokenExecutor('the worker has died');
 *   }
 * }
 * try {
 *   new Once().map((x: number) => x, [1]);
 * } catch (error) {
 *   error instanceof asyncio.RuntimeError; // => true
 * }
 * ```
 *
 * @public
 */
export class BrokenExecutor extends RuntimeError {}
