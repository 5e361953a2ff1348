/** `run_virtual` and `run_virtual_async`: `run` on virtual time. */
import type { AwaitableOrThunk } from '../core/common/awaitable.js';
import { run } from '../core/runners/run.js';
import { run_sync } from '../core/runners/run_sync.js';
import { VirtualTimeLoop, type VirtualTimeOptions } from './virtual_loop.js';

/** The keywords of {@link run_virtual} and {@link run_virtual_async}. @public */
export interface RunVirtualOptions extends VirtualTimeOptions {
  /** Debug mode; by default as `PYTHONASYNCIODEBUG` says. */
  readonly debug?: boolean | null | undefined;
}

/**
 * Runs a program to its end on virtual time, before it returns. For generator and compiled bodies.
 *
 * @remarks
 * **Python.** `asyncio.run`, with a clock that jumps; see {@link VirtualTimeLoop}.
 *
 * @example
 * ```ts
 * import { run_virtual } from 'asyncio-ts/testing';
 *
 * const main = asyncio.coroutine(function* () {
 *   yield* asyncio.sleep(3600);
 *   return asyncio.get_running_loop().time();
 * });
 * run_virtual(main()); // => 3600
 * ```
 *
 * @param main - A coroutine, or a function of no arguments that makes one.
 * @param options - `debug`, `seed`.
 * @returns The result of `main`.
 * @throws RuntimeError if a loop is running, if nothing can go on any more, or if the program needs the host (a socket,
 * a promise, a native `async` body) to go on. Any error of `main` passes through unchanged.
 * @public
 */
export function run_virtual<T>(main: AwaitableOrThunk<T>, options?: RunVirtualOptions): T {
  return run_sync(main, toRunOptions(options));
}

/**
 * Runs a program to its end on virtual time. For bodies of all styles.
 *
 * @remarks
 * **Python.** `asyncio.run`, with a clock that jumps; see {@link VirtualTimeLoop}.
 *
 * @example
 * ```ts
 * import { run_virtual_async } from 'asyncio-ts/testing';
 *
 * const main = asyncio.coroutine(async () => {
 *   await asyncio.sleep(3600);
 *   return asyncio.get_running_loop().time();
 * });
 * await run_virtual_async(main()); // => 3600
 * ```
 *
 * @param main - A coroutine, a function of no arguments that makes one, or the promise of a plain `async` function.
 * @param options - `debug`, `seed`.
 * @returns The result of `main`.
 * @throws RuntimeError (as a rejection) if a loop is running, or if nothing can go on any more. Any error of `main`
 * passes through unchanged.
 * @public
 */
export function run_virtual_async<T>(main: AwaitableOrThunk<T>, options?: RunVirtualOptions): Promise<T> {
  return run(main, toRunOptions(options));
}

function toRunOptions(options: RunVirtualOptions | undefined): object {
  const { seed, ...others } = options ?? {};
  return { ...others, loop_factory: () => new VirtualTimeLoop({ seed }) };
}
