/** What a loop does with executors. CPython has it among the methods of `BaseEventLoop`. */
import { signature } from '../builtins/arguments.js';
import { RuntimeError, TimeoutError, TypeError, toException } from '../builtins/exceptions.js';
import { str } from '../builtins/repr.js';
import type { Executor } from '../concurrent/executor.js';
import { ProcessPoolExecutor } from '../concurrent/process.js';
import { ThreadPoolExecutor } from '../concurrent/thread.js';
import { BoundCall } from '../concurrent/work_queue.js';
import type { Host } from '../host/host.js';
import type { Call } from '../host/workers.js';
import type { Gen } from './awaitable.js';
import { needsHost } from './blocking.js';
import { checkCallback, oneParameter } from './callback_arguments.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import type { AbstractEventLoop } from './events.js';
import type { Future } from './futures.js';
import { promiseToFuture } from './promises.js';
import { fromConcurrent } from './threadsafe.js';
import { timeout as timeoutAfter } from './timeouts.js';

const SHUTDOWN_DEFAULT_EXECUTOR = {
  name: 'shutdown_default_executor',
  __qualname__: 'BaseEventLoop.shutdown_default_executor',
};

const runSpec = signature('BaseEventLoop.run_in_executor', {
  method: true,
  positional: ['executor', 'func'],
  required: 2,
  variadic: true,
  anyVariadic: true,
});
const setSpec = oneParameter('set_default_executor', 'executor');
const shutdownSpec = signature('BaseEventLoop.shutdown_default_executor', { method: true, positional: ['timeout'] });

/** The executors that a loop uses. */
export class LoopExecutors {
  readonly #loop: AbstractEventLoop;
  readonly #host: Host;
  #default: ThreadPoolExecutor | null = null;
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
    const submitted = chosen.submit(this.#forExecutor(chosen, func), ...args);
    const release = this.#hold();
    return fromConcurrent(submitted, loop, release);
  }

  setDefault(given: readonly unknown[]): void {
    const [executor] = setSpec.bind(given);
    if (!(executor instanceof ThreadPoolExecutor)) throw new TypeError('executor must be ThreadPoolExecutor instance');
    this.#default = executor;
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

  #defaultExecutor(): ThreadPoolExecutor {
    if (this.#isShutDown) throw new RuntimeError('Executor shutdown has been called');
    return (this.#default ??= new ThreadPoolExecutor({ thread_name_prefix: 'asyncio' }));
  }

  /** A pool is told the loop, which need not be running yet. Other executors get the function as it is. */
  #forExecutor(executor: Executor, func: Call['fn']): (...args: unknown[]) => unknown {
    const isPool = executor instanceof ThreadPoolExecutor || executor instanceof ProcessPoolExecutor;
    if (!isPool || BoundCall.of(func, []) !== null) return func as (...args: unknown[]) => unknown;
    return new BoundCall({ fn: func, args: [], context: null, loop: this.#loop }).asFunction();
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
      yield* this.#join(executor, limit);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      this.#loop._warn(
        `The executor did not finishing joining its threads within ${str(limit)} seconds.`,
        'RuntimeWarning',
      );
      void executor.shutdown(false);
    } finally {
      release();
    }
    return null;
  }

  *#join(executor: Executor, limit: number | null | undefined): Gen<void> {
    const scope = timeoutAfter(limit ?? null);
    scope._enter();
    try {
      yield* promiseToFuture(executor.shutdown(true), this.#loop);
    } catch (error) {
      scope._exit(toException(error));
      throw error;
    }
    scope._exit(null);
  }
}
