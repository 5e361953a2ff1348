/** What a loop does with executors. CPython has it among the methods of `BaseEventLoop`. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError, TypeError } from '../../builtins/exceptions.js';
import type { Executor } from '../../concurrent/executor.js';
import { boundFor, hasMark, THREAD_POOL } from '../../host/concurrent_marks.js';
import type { Host } from '../../host/host.js';
import { workers, type Call } from '../../host/workers.js';
import type { Gen } from '../common/awaitable.js';
import { needsHost } from '../common/blocking.js';
import { checkCallback } from './callback_arguments.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { Future } from '../futures/futures.js';
import { promiseToFuture } from '../tasks/promises.js';
import { fromConcurrent } from './from_concurrent.js';

const SHUTDOWN_DEFAULT_EXECUTOR = {
  name: 'shutdown_default_executor',
  __qualname__: 'BaseEventLoop.shutdown_default_executor',
};

const runSpec = signature('BaseEventLoop.run_in_executor(self, executor, func, *args!)');
const setSpec = signature('BaseEventLoop.set_default_executor(self, executor)');
const shutdownSpec = signature('BaseEventLoop.shutdown_default_executor(self, timeout?)');

/** What makes the executors of loops that are given none, and waits for their end. */
export interface DefaultExecutors {
  /** Makes one. */
  make(): Executor;
  /** Shuts one down, and waits for at most so many seconds; then it warns. */
  join(executor: Executor, limit: number | null, loop: AbstractEventLoop): Gen<void>;
}

let defaults: (() => DefaultExecutors) | null = null;

/** Sets what makes them, which is asked for when a program needs one. The face of a platform with threads does that. */
export function setDefaultExecutors(platform: () => DefaultExecutors): void {
  defaults = platform;
}

/** The executors that a loop uses. */
export class LoopExecutors {
  readonly #loop: AbstractEventLoop;
  readonly #host: Host;
  #default: Executor | null = null;
  #isShutDown = false;

  constructor(loop: AbstractEventLoop, host: Host) {
    this.#loop = loop;
    this.#host = host;
  }

  run(given: readonly unknown[]): Future<unknown> {
    const [executor, func, args] = runSpec.bind(given) as [Executor | null | undefined, Call['fn'], unknown[]];
    const loop = this.#loop;
    if (loop.get_debug()) checkCallback(func, 'run_in_executor');
    if (loop._blocks) throw needsHost('a thread');
    const chosen = executor ?? this.#defaultExecutor();
    const submitted = chosen.submit(boundFor(chosen, func, loop) as (...args: unknown[]) => unknown, ...args);
    const release = this.#hold();
    return fromConcurrent(submitted, loop, release);
  }

  setDefault(given: readonly unknown[]): void {
    const [executor] = setSpec.bind(given);
    if (!hasMark(executor, THREAD_POOL)) throw new TypeError('executor must be ThreadPoolExecutor instance');
    this.#default = executor as Executor;
  }

  shutdown(given: readonly unknown[]): Coroutine<null> {
    const [limit] = shutdownSpec.bind(given) as [number | null | undefined];
    return new GeneratorCoroutine(this.#shutdown(limit), SHUTDOWN_DEFAULT_EXECUTOR);
  }

  /** Lets go of the default executor, which ends when it has done its work. */
  close(): void {
    this.#isShutDown = true;
    void this.#default?.shutdown(false);
    this.#default = null;
  }

  #defaultExecutor(): Executor {
    if (this.#isShutDown) throw new RuntimeError('Executor shutdown has been called');
    if (this.#default === null) {
      // Where there are no threads, this says so.
      workers();
      this.#default = (defaults as () => DefaultExecutors)().make();
    }
    return this.#default;
  }

  /** Notes that the loop waits for something outside, until the function is called that this returns. */
  #hold(): () => void {
    const release = this.#host.hold?.();
    this.#loop._promises += 1;
    return () => {
      this.#loop._promises -= 1;
      release?.();
    };
  }

  *#shutdown(limit: number | null | undefined): Gen<null> {
    this.#isShutDown = true;
    const executor = this.#default;
    if (executor === null) return null;
    const release = this.#hold();
    try {
      // Without threads, an executor that was given has nothing to wait for.
      if (defaults === null) yield* promiseToFuture(executor.shutdown(true), this.#loop);
      else yield* defaults().join(executor, limit ?? null, this.#loop);
    } finally {
      release();
    }
    return null;
  }
}
