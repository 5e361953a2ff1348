/** `run`: where a program begins. */
import { signature } from '../../builtins/arguments.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { alreadyRunning } from '../tasks/coroutine_functions.js';
import { runningLoop } from '../common/running.js';
import { Runner, type LoopFactory, type RunOptions } from './runners.js';

const runSpec = signature('run(main, *, debug, loop_factory)');

/** What {@link run} is given. */
export type RunArguments<T> = [AwaitableOrThunk<T>, boolean | null, LoopFactory | null];

/** Refuses a run within a run. */
export function refuseWhileRunning(what: string): void {
  if (runningLoop() !== null) throw alreadyRunning(what);
}

/**
 * Runs a program: makes a loop, runs `main` in it, cancels what is left, closes the loop.
 *
 * @remarks
 * **Python.** `asyncio.run`. It returns a promise; {@link run_sync} blocks.
 *
 * **Cancellation.** Ctrl-C cancels `main`, and the promise rejects with `KeyboardInterrupt`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   await asyncio.sleep(0.01);
 *   return 'done';
 * });
 * await asyncio.run(main()); // => 'done'
 * ```
 *
 * @param main - A coroutine, a function of no arguments that makes one, or the promise of a plain `async` function;
 *   also as keyword.
 * @param options - `debug`, `loop_factory`.
 * @returns The result of `main`.
 * @throws RuntimeError (as a rejection) if a loop is running, TypeError if `main` can't be awaited.
 * @public
 */
export function run<T>(main: AwaitableOrThunk<T>, options?: RunOptions): Promise<T>;
export function run<T>(options: RunOptions & { readonly main: AwaitableOrThunk<T> }): Promise<T>;
export function run(...args: readonly unknown[]): Promise<never> {
  return runAndClose(args);
}

async function runAndClose<T>(args: readonly unknown[]): Promise<T> {
  const [main, debug, loopFactory] = runSpec.bind(args) as RunArguments<T>;
  refuseWhileRunning('asyncio.run()');
  const runner = new Runner({ debug, loop_factory: loopFactory });
  try {
    return await runner.run(main);
  } finally {
    await runner.close();
  }
}
