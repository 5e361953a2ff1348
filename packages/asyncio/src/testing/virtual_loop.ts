/** `VirtualTimeLoop`: a loop whose clock jumps. */
import { BaseEventLoop } from '../core/loop/base_events.js';
import { VirtualHost } from '../host/virtual.js';
import { checkSeed } from './random.js';
import { Shuffle } from './shuffle.js';

/** The keywords of {@link VirtualTimeLoop}. @public */
export interface VirtualTimeOptions {
  /** Shuffles the order in which tasks run; the same seed gives the same order. An integer from 0 to 2**32 - 1. */
  readonly seed?: number | null | undefined;
}

/**
 * A loop on virtual time: programs that sleep for hours end at once, and always in the same way.
 *
 * `time()` starts at 0 and stands still while anything can go on, microtasks of native `async` bodies among it. When
 * nothing can, it jumps exactly to the earliest deadline that isn't cancelled; what is due within 1e-9 seconds of that
 * runs in the same iteration. If there is no deadline either, the run fails with a `RuntimeError` that names the tasks
 * that wait, and the coroutines they wait in. The world outside, a socket or a file, takes no virtual time: the clock
 * doesn't wait for it, but the run does.
 *
 * With a `seed` each iteration runs its tasks in another order, to find races. Only what asyncio leaves open is
 * shuffled: the steps of different tasks, among themselves and among the callbacks, and timers with equal deadlines.
 * Callbacks keep the order in which `call_soon` got them, a future's done callbacks among them, and a callback that a
 * task has registered runs before the task's own next step.
 *
 * @remarks
 * **Python.** Has no such loop; its tests write one.
 *
 * @example
 * ```ts
 * import { VirtualTimeLoop } from 'asyncio-ts/testing';
 *
 * const main = asyncio.coroutine(async () => {
 *   await asyncio.sleep(3600);
 *   return asyncio.get_running_loop().time();
 * });
 * await asyncio.run(main(), { loop_factory: VirtualTimeLoop }); // => 3600
 * ```
 *
 * @public
 */
export class VirtualTimeLoop extends BaseEventLoop {
  /** What the order of tasks is made from; null if it is not shuffled. */
  readonly seed: number | null;

  /**
   * @param options - `seed`.
   * @throws TypeError or ValueError if the seed is none.
   */
  constructor(options?: VirtualTimeOptions) {
    const seed = options?.seed ?? null;
    if (seed !== null) checkSeed(seed);
    super({ host: new VirtualHost(), _order: seed === null ? null : new Shuffle(seed) });
    this.seed = seed;
  }
}
