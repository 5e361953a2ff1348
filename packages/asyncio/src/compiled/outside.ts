/** What becomes of a coroutine that is awaited where there is no loop. */
import { outside, type Coroutine } from '../core/coroutines/coroutines.js';

/**
 * Has coroutines that are awaited outside of any loop run, instead of an error: for test runners, which await what a
 * test returns.
 *
 * @param run - Runs a coroutine.
 * @public
 */
export function runOutside(run: (coroutine: Coroutine<unknown>) => PromiseLike<unknown>): void {
  outside.run = run;
}
