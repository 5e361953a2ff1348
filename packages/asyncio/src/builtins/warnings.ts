/** Python's warning categories; issuing them is the business of `host/log.ts`. */
import { Exception } from './base_exception.js';
import { registerExceptions } from './exception_classes.js';

/**
 * The root of the warning categories.
 *
 * @remarks
 * **Python.** `Warning`. On Node a warning is an event of the process, whose `name` is that of the category; in a
 * browser it goes to the console. The classes themselves are for code that raises a warning as an error.
 *
 * @example
 * ```ts
 * const categories = [asyncio.DeprecationWarning, asyncio.ResourceWarning, asyncio.RuntimeWarning];
 * categories.every((category) => new category() instanceof asyncio.Warning); // => true
 * ```
 *
 * @public
 */
export class Warning extends Exception {}

/**
 * What a program warns its user of, if it chooses no other category.
 *
 * @remarks
 * **Python.** `UserWarning`. The library issues none itself.
 *
 * @example
 * ```ts
 * const warning = new asyncio.UserWarning('the cache is cold');
 * asyncio.repr(warning); // => "UserWarning('the cache is cold')"
 * ```
 *
 * @public
 */
export class UserWarning extends Warning {}

/**
 * Something is deprecated; meant for programmers.
 *
 * @remarks
 * **Python.** `DeprecationWarning`, the category for what will go: the event loop policies and
 * `asyncio.iscoroutinefunction`, deprecated in 3.14. Python shows it in the main program only, Node everywhere but
 * under `--no-deprecation`.
 *
 * @example
 * ```ts node real-time
 * import { once } from 'node:events';
 *
 * asyncio.get_event_loop_policy();
 * const [warning] = await once(process, 'warning');
 * warning.name; // => 'DeprecationWarning'
 * ```
 *
 * @public
 */
export class DeprecationWarning extends Warning {}

/**
 * Something will be deprecated at some time, but isn't yet.
 *
 * @remarks
 * **Python.** `PendingDeprecationWarning`. It is no `DeprecationWarning`, and the library issues none itself.
 *
 * @example
 * ```ts
 * new asyncio.PendingDeprecationWarning() instanceof asyncio.DeprecationWarning; // => false
 * ```
 *
 * @public
 */
export class PendingDeprecationWarning extends Warning {}

/**
 * Something will change its meaning; meant for users of a program.
 *
 * @remarks
 * **Python.** `FutureWarning`. It has nothing to do with futures, and the library issues none itself.
 *
 * @example
 * ```ts
 * const warning = new asyncio.FutureWarning('sizes will be in bytes');
 * warning.args; // => ['sizes will be in bytes']
 * ```
 *
 * @public
 */
export class FutureWarning extends Warning {}

/**
 * A doubtful behaviour at run time, such as a coroutine that was never awaited.
 *
 * @remarks
 * **Python.** `RuntimeWarning`.
 *
 * @example
 * ```ts node real-time
 * import { once } from 'node:events';
 *
 * const main = asyncio.coroutine(async () => {
 *   void asyncio.sleep(1); // forgotten: neither awaited nor made a task
 * });
 * const warned = once(process, 'warning');
 * await asyncio.run(main());
 * const [warning] = await warned;
 * warning.message; // => "coroutine 'sleep' was never awaited"
 * ```
 *
 * @public
 */
export class RuntimeWarning extends Warning {}

/**
 * A resource that was not closed, such as a loop in debug mode.
 *
 * @remarks
 * **Python.** `ResourceWarning`. Python has it for every loop and shows it only when asked to (`-X dev`); here a loop
 * gives it in debug mode alone, and Node shows it.
 *
 * @example
 * ```ts no-run
 * asyncio.new_event_loop().set_debug(true);
 * // At the end: "ResourceWarning: unclosed event loop <SelectorEventLoop running=False closed=False debug=True>"
 * ```
 *
 * @public
 */
export class ResourceWarning extends Warning {}

registerExceptions({
  Warning,
  UserWarning,
  DeprecationWarning,
  PendingDeprecationWarning,
  FutureWarning,
  RuntimeWarning,
  ResourceWarning,
});
