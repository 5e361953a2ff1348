/** Runs coroutines for tests, and finds out what they left behind. */
import type { Context } from '../contextvars/context.js';
import type { AwaitableOrThunk } from '../core/common/awaitable.js';
import { Runner, type LoopFactory } from '../core/runners/runners.js';
import { Watch } from './watch.js';

/** How a {@link CheckedRunner} runs. */
interface RunnerOptions {
  readonly debug: boolean;
  readonly loop_factory: LoopFactory | null;
  readonly check_leaks: boolean;
}

export class CheckedRunner {
  readonly #runner: Runner;
  readonly #watch: Watch | null;

  constructor({ debug, loop_factory, check_leaks }: RunnerOptions) {
    this.#runner = new Runner({ debug, loop_factory });
    this.#watch = check_leaks ? new Watch() : null;
  }

  /** Makes the loop; to be called first. */
  open(): void {
    const loop = this.#runner.get_loop();
    this.#watch?.over(loop);
  }

  run<T>(main: AwaitableOrThunk<T>, context: Context | null = null): Promise<T> {
    return this.#runner.run(main, { context });
  }

  /**
   * Ends the test. Raises what it left behind; if it has failed already, its first failure stays, and learns which lost
   * exceptions may be its reason.
   */
  async close(failures: readonly unknown[]): Promise<void> {
    this.#watch?.lookForTasks(this.#runner.get_loop());
    let failure: unknown = null;
    try {
      await this.#runner.close();
    } catch (error) {
      failure = error;
    }
    if (failures.length > 0) {
      this.#watch?.explain(failures[0]);
      return;
    }
    const leaks = this.#watch?.error() ?? null;
    if (leaks !== null) throw leaks;
    if (failure !== null) throw failure as Error;
  }
}

/** Runs one program and checks what it left. */
export async function check<T>(main: AwaitableOrThunk<T>, options: RunnerOptions): Promise<T> {
  const runner = new CheckedRunner(options);
  runner.open();
  let result: T;
  try {
    result = await runner.run(main);
  } catch (error) {
    await runner.close([error]);
    throw error;
  }
  await runner.close([]);
  return result;
}
