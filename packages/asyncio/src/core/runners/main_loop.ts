/** `main_loop`: the main thread's loop, as a worker sees it. */
import { RuntimeError } from '../../builtins/exceptions.js';
import { installRepr } from '../../builtins/repr.js';
import type { Future as ConcurrentFuture } from '../../concurrent/future.js';

type Callback = (...args: never[]) => unknown;

/** How a worker reaches the main thread's loop. @internal */
export interface MainLoopLink {
  call(fn: Callback, args: readonly unknown[]): void;
  run(fn: Callback, args: readonly unknown[]): ConcurrentFuture<unknown>;
}

/**
 * The loop on whose behalf a function runs in a worker. {@link main_loop} gives it.
 *
 * The loop is in another thread, so functions go there as they come here, but never as their text: they are importable
 * ({@link concurrent.importable}), and are called there with clones of the arguments.
 *
 * @remarks
 * **Python.** The loop itself, which threads share.
 *
 * @example
 * ```ts node no-run
 * const { importable } = asyncio.concurrent;
 * const show = importable(import.meta.url, function show(percent: number) {
 *   console.log(percent);
 * });
 * export const work = importable(import.meta.url, function work() {
 *   for (let percent = 0; percent < 100; percent++) asyncio.main_loop().call_soon_threadsafe(show, percent);
 * });
 * ```
 *
 * @public
 */
export class MainLoop {
  readonly #link: MainLoopLink;

  /** @internal */
  constructor(link: MainLoopLink) {
    this.#link = link;
  }

  /**
   * Has the loop call a function. There is no way to take it back.
   *
   * @remarks
   * **Python.** `loop.call_soon_threadsafe`, whose handle can be cancelled. If the loop was closed in the meantime,
   * there it raises; here the main thread logs it.
   *
   * @param callback - The function, which is importable.
   * @param args - Its arguments.
   * @throws TypeError if a function isn't importable, or an argument can't be cloned.
   */
  call_soon_threadsafe<Args extends unknown[]>(callback: (...args: Args) => unknown, ...args: Args): void {
    this.#link.call(callback, args);
  }

  /**
   * Has the loop run a coroutine function.
   *
   * @remarks
   * **Python.** `asyncio.run_coroutine_threadsafe(coro(*args), loop)`. A coroutine itself can't go to another thread.
   *
   * **Cancellation.** Cancelling the future cancels the task in the loop.
   *
   * @param coro - The coroutine function, which is importable; or any function whose result can be awaited.
   * @param args - Its arguments.
   * @returns A future of its result.
   * @throws TypeError if a function isn't importable, or an argument can't be cloned.
   */
  run_coroutine_threadsafe<Args extends unknown[], T>(
    coro: (...args: Args) => PromiseLike<T>,
    ...args: Args
  ): ConcurrentFuture<T> {
    return this.#link.run(coro, args) as ConcurrentFuture<T>;
  }

  /** What it is. */
  __repr__(): string {
    return '<MainLoop of another thread>';
  }
}

installRepr(MainLoop);

let find: (() => MainLoopLink) | null = null;

/** Says how this worker reaches the main thread's loop. */
export function setMainLoop(finder: () => MainLoopLink): void {
  find = finder;
}

/**
 * In a worker, the loop on whose behalf the function runs: the one whose `run_in_executor`, or {@link to_thread}, has
 * sent it.
 *
 * @remarks
 * **Python.** Has no such function; threads there pass the loop on as an argument.
 *
 * @example
 * ```ts
 * try {
 *   asyncio.main_loop();
 * } catch (error) {
 *   error instanceof asyncio.RuntimeError; // => true
 * }
 * ```
 *
 * @returns What stands for the loop.
 * @throws RuntimeError outside of a worker, or if no loop was running where the function came from.
 * @public
 */
export function main_loop(): MainLoop {
  if (find === null) {
    throw new RuntimeError('main_loop() is for functions in workers; here the loop is asyncio.get_running_loop()');
  }
  return new MainLoop(find());
}
