/** `run_sync`: a program that blocks until it has ended. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError } from '../../builtins/exceptions.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { BaseEventLoop } from '../loop/base_events.js';
import { cancelAllTasksSync } from './leftover_tasks.js';
import { type RunArguments, refuseWhileRunning } from './run.js';
import { mainCoroutine, Runner, type RunOptions } from './runners.js';

const runSyncSpec = signature('run_sync(main, *, debug, loop_factory)');

function runAndClose<T>(runner: Runner, main: AwaitableOrThunk<T>): T {
  const loop = runner.get_loop();
  if (!(loop instanceof BaseEventLoop)) throw new RuntimeError('run_sync needs a loop of the library');
  let result: T;
  try {
    result = loop.run_until_complete_sync(loop.create_task(mainCoroutine(main), { context: runner._context }));
  } catch (error) {
    // What needs the host can't be waited for now either: the first error says more than another of the kind.
    close(runner, loop, () => undefined);
    throw error;
  }
  close(runner, loop, (error) => {
    throw error;
  });
  return result;
}

function close(runner: Runner, loop: BaseEventLoop, onError: (error: unknown) => void): void {
  try {
    cancelAllTasksSync(loop);
    loop.run_until_complete_sync(loop.shutdown_asyncgens());
  } catch (error) {
    onError(error);
  } finally {
    runner._dispose(loop);
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
  return runAndClose(new Runner({ debug, loop_factory: loopFactory }), program);
}
