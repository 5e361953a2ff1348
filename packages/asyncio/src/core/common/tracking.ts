/** Whether the host tracks native `async` bodies. */
import { defaultHost } from '../../host/registry.js';

/**
 * Allows or forbids the host to track native `async` bodies; allowed unless a program forbids it.
 *
 * Tracking finds the task of a body that comes back from a promise which isn't the library's, such as `await fetch(…)`.
 * On Node it costs: from the first native body on, every `await` of the process takes nearly twice as long (from Node
 * 24 on it is free). A program that writes generator style, or wraps each such promise with {@link wrap_future}, can do
 * without. Where it is forbidden, an await after an unwrapped promise raises a `RuntimeError` that says so.
 *
 * @remarks
 * **Python.** Has no such thing: it steps its coroutines itself.
 *
 * @example
 * ```ts no-run
 * asyncio.set_host_tracking(false);
 * const main = asyncio.coroutine(async () => {
 *   // Without tracking, a promise that isn't the library's has to be wrapped.
 *   const response = await asyncio.wrap_future(fetch('https://example.com/'));
 *   return response.status;
 * });
 * await asyncio.run(main());
 * ```
 *
 * @param enabled - Whether it is allowed, for the whole process.
 * @public
 */
export function set_host_tracking(enabled: boolean): void {
  defaultHost().tracking = enabled;
}

/**
 * Whether the host may track native `async` bodies; false also where it can't, as in browsers.
 *
 * @remarks
 * **Python.** Has no such thing: see {@link set_host_tracking}.
 *
 * @example
 * ```ts
 * asyncio.set_host_tracking(false);
 * asyncio.get_host_tracking(); // => false
 * asyncio.set_host_tracking(true);
 * ```
 *
 * @public
 */
export function get_host_tracking(): boolean {
  return defaultHost().tracker !== null;
}
