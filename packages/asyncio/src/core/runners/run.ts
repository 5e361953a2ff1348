/** `run`, `run_sync`: where a program begins. */
import { signature } from '../../builtins/arguments.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { alreadyRunning } from '../tasks/coroutine_functions.js';
import { runningLoop } from '../common/running.js';
import { Runner, type LoopFactory, type RunOptions } from './runners.js';

const runSpec = signature('run', { positional: ['main'], required: 1, keywordOnly: ['debug', 'loop_factory'] });
const runSyncSpec = signature('run_sync', {
  positional: ['main'],
  required: 1,
  keywordOnly: ['debug', 'loop_factory'],
});
type RunArguments<T> = [AwaitableOrThunk<T>, boolean | null, LoopFactory | null];

function refuseWhileRunning(what: string): void {
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

/**
 * As {@link run}, but it blocks: returns when the program has ended. For generator and compiled bodies; the host does
 * nothing else in the meantime.
 *
 * @remarks
 * **Python.** `asyncio.run`, which blocks too; {@link run} is the one that returns a promise.
 *
 * **Cancellation.** Ctrl-C ends the process at once, without clean-up, unless the program handles it: its handler can't
 * run while the thread is blocked.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(function* () {
 *   return yield* asyncio.sleep(0.01, 'done');
 * });
 * asyncio.run_sync(main()); // => 'done'
 * ```
 *
 * @param main - A coroutine, or a function of no arguments that makes one; also as keyword.
 * @param options - `debug`, `loop_factory`.
 * @throws RuntimeError when the program needs the host (a socket, a promise, a native `async` body) to go on.
 * @public
 */
export function run_sync<T>(main: AwaitableOrThunk<T>, options?: RunOptions): T;
export function run_sync<T>(options: RunOptions & { readonly main: AwaitableOrThunk<T> }): T;
export function run_sync(...args: readonly unknown[]): unknown {
  const [program, debug, loopFactory] = runSyncSpec.bind(args) as RunArguments<unknown>;
  refuseWhileRunning('asyncio.run_sync()');
  return new Runner({ debug, loop_factory: loopFactory })._runSync(program);
}
