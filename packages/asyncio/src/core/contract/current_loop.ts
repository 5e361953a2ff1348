/** Which loop is the current one: the running one, or else the one that was set. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError } from '../../builtins/exceptions.js';
import type { AbstractEventLoop } from './events.js';
import { policyInForce, type CurrentLoopKeyword } from './policies.js';
import { running, runningLoop } from '../common/running.js';

const setLoopSpec = signature('set_event_loop(loop)');

/**
 * The loop whose callback or task is running, or null.
 *
 * @remarks
 * **Python.** `asyncio._get_running_loop`, for those who write loops.
 *
 * @example
 * ```ts
 * asyncio._get_running_loop(); // => null
 * ```
 *
 * @public
 */
export function _get_running_loop(): AbstractEventLoop | null {
  return runningLoop();
}

/**
 * Says which loop is running, for those who write loops.
 *
 * @remarks
 * **Python.** `asyncio._set_running_loop`.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * asyncio._set_running_loop(loop);
 * asyncio.get_running_loop() === loop; // => true
 * asyncio._set_running_loop(null);
 * loop.close();
 * ```
 *
 * @public
 */
export function _set_running_loop(loop: AbstractEventLoop | null): void {
  running.loop = loop;
}

/**
 * The loop whose callback or task is running.
 *
 * @remarks
 * **Python.** `asyncio.get_running_loop`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => asyncio.get_running_loop().is_running());
 * await asyncio.run(main()); // => true
 * ```
 *
 * @throws RuntimeError if none is.
 * @public
 */
export function get_running_loop(): AbstractEventLoop {
  const loop = runningLoop();
  if (loop === null) throw new RuntimeError('no running event loop');
  return loop;
}

/**
 * The running loop, or else the one that `set_event_loop` has set.
 *
 * @remarks
 * **Python.** `asyncio.get_event_loop` of 3.14: it makes no loop any more.
 *
 * @example
 * ```ts
 * try {
 *   asyncio.get_event_loop();
 * } catch (error) {
 *   String(error); // => "There is no current event loop in thread 'MainThread'."
 * }
 * ```
 *
 * @throws RuntimeError if no loop runs and none was set.
 * @public
 */
export function get_event_loop(): AbstractEventLoop {
  return runningLoop() ?? policyInForce().get_event_loop();
}

/**
 * Sets the loop that `get_event_loop` answers while none runs; null for none.
 *
 * @remarks
 * **Python.** `asyncio.set_event_loop`.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * asyncio.set_event_loop(loop);
 * asyncio.get_event_loop() === loop; // => true
 * asyncio.set_event_loop(null);
 * loop.close();
 * ```
 *
 * @public
 */
export function set_event_loop(loop: AbstractEventLoop | null): void;
export function set_event_loop(options: CurrentLoopKeyword): void;
export function set_event_loop(...args: readonly unknown[]): void {
  const [loop] = setLoopSpec.bind(args) as [AbstractEventLoop | null];
  policyInForce().set_event_loop(loop);
}

/**
 * Makes a loop.
 *
 * @remarks
 * **Python.** `asyncio.new_event_loop`.
 *
 * @example
 * Who makes a loop closes it.
 * ```ts
 * const loop = asyncio.new_event_loop();
 * await loop.run_until_complete(asyncio.sleep(1, 'slept')); // => 'slept'
 * loop.close();
 * ```
 *
 * @public
 */
export function new_event_loop(): AbstractEventLoop {
  return policyInForce().new_event_loop();
}
