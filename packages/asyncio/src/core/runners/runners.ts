/** `Runner`: one loop for several runs, and the clean-up at its end. */
import { BaseException, KeyboardInterrupt, RuntimeError, chainContext } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import type { Context } from '../../contextvars/context.js';
import { copy_context } from '../../contextvars/context.js';
import { defaultHost } from '../../host/registry.js';
import type { AwaitableOrThunk } from '../common/awaitable.js';
import { THREAD_JOIN_TIMEOUT } from '../common/constants.js';
import {
  adoptPromise,
  alreadyRunning,
  isAdopted,
  isAwaitable,
  notAwaitable,
  toAwaitable,
  wrapAwaitable,
} from '../tasks/coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { CancelledError } from '../common/exceptions.js';
import { callFactory } from '../common/factories.js';
import { isfuture } from '../futures/futures.js';
import { cancelAllTasks } from './leftover_tasks.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { new_event_loop, set_event_loop } from '../contract/current_loop.js';
import { runningLoop } from '../common/running.js';
import type { Task } from '../tasks/tasks.js';

/** A loop class, or a function that makes loops. @public */
export type LoopFactory = (new () => AbstractEventLoop) | (() => AbstractEventLoop);

/** The keywords of {@link run} and {@link Runner}. @public */
export interface RunOptions {
  /** Debug mode; by default as `PYTHONASYNCIODEBUG` says. */
  readonly debug?: boolean | null | undefined;
  /** What makes the loop. */
  readonly loop_factory?: LoopFactory | null | undefined;
}

/** The keyword of `Runner.run`. @public */
export interface RunContext {
  /** The context that the coroutine runs in; by default the runner's. */
  readonly context?: Context | null | undefined;
}

/** What Ctrl-C sends. */
const SIGINT = 2;

const runnerSpec = signature('Runner.__init__(self, *, debug, loop_factory)');
const runMethodSpec = signature('Runner.run(self, coro, *, context)');

/**
 * Keeps one loop for several runs, and cleans up at the end.
 *
 * @remarks
 * **Python.** `asyncio.Runner`. `run` and `close` return promises; `await using` closes.
 *
 * **Cancellation.** Ctrl-C cancels the running task, and `run` rejects with `KeyboardInterrupt`; a second Ctrl-C ends
 * the run at once.
 *
 * @example
 * ```ts
 * const runner = new asyncio.Runner();
 * const first = await runner.run(asyncio.sleep(0, 1));
 * const second = await runner.run(asyncio.sleep(0, 2));
 * await runner.close();
 * first + second; // => 3
 * ```
 *
 * @public
 */
export class Runner {
  #state: 'created' | 'initialized' | 'closed' = 'created';
  readonly #debug: boolean | null;
  readonly #factory: LoopFactory | null;
  #loop: AbstractEventLoop | null = null;
  /** @internal */ _context: Context | null = null;
  #interrupts = 0;
  #setsEventLoop = false;

  /**
   * @param options - `debug`, `loop_factory`.
   */
  constructor(options?: RunOptions) {
    const [debug, factory] = runnerSpec.bind(arguments.length === 0 ? [] : [options]) as [
      boolean | null | undefined,
      LoopFactory | null | undefined,
    ];
    this.#debug = debug ?? null;
    this.#factory = factory ?? null;
  }

  /** Makes the loop. */
  __enter__(): this {
    this.#initialize();
    return this;
  }

  /** Closes the runner. */
  __exit__(exc_type: unknown, exc_val: unknown, exc_tb: unknown): Promise<void> {
    void [exc_type, exc_val, exc_tb];
    return this.close();
  }

  /** Makes the loop, for `async_with`. */
  __aenter__(): Promise<this> {
    return Promise.resolve(this.__enter__());
  }

  /** Closes the runner, for `async_with`. */
  __aexit__(exc_type?: unknown, exc_val?: unknown, exc_tb?: unknown): Promise<void> {
    return this.__exit__(exc_type, exc_val, exc_tb);
  }

  /**
   * Closes the runner, for `await using`.
   *
   * @remarks
   * **Cancellation.** As of {@link Runner.close}.
   */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** The runner's loop. */
  get_loop(): AbstractEventLoop {
    return this.#initialize();
  }

  /**
   * Runs a coroutine in the runner's loop.
   *
   * @remarks
   * **Python.** `Runner.run`, which blocks.
   *
   * **Cancellation.** Ctrl-C cancels the coroutine, and when it has ended the promise rejects with `KeyboardInterrupt`;
   * a second Ctrl-C ends the run at once. Nobody can cancel the promise itself.
   *
   * @param coro - The coroutine, a function of no arguments that makes one, or anything else that can be awaited; also
   *   as keyword.
   * @param options - `context`.
   * @returns Its result.
   * @throws RuntimeError (as a rejection) if the runner is closed or a loop is running.
   */
  run<T>(coro: AwaitableOrThunk<T>, options?: RunContext): Promise<T>;
  run<T>(options: RunContext & { readonly coro: AwaitableOrThunk<T> }): Promise<T>;
  run(...args: readonly unknown[]): Promise<never> {
    return this.#run(args);
  }

  /**
   * Closes the loop: cancels what is left, closes asynchronous generators, shuts the default executor down.
   *
   * @remarks
   * **Python.** `Runner.close`, which blocks. A runner that made no loop, or is closed, has nothing to close.
   *
   * **Cancellation.** Tasks that are left are cancelled, and waited for until they have ended, however long their
   * clean-up takes. Nobody can cancel the promise.
   */
  close(): Promise<void> {
    return this.#close();
  }

  async #close(): Promise<void> {
    const loop = this.#loop;
    if (this.#state !== 'initialized' || loop === null) return;
    try {
      await cancelAllTasks(loop);
      await loop.run_until_complete(loop.shutdown_asyncgens());
      await loop.run_until_complete(loop.shutdown_default_executor(THREAD_JOIN_TIMEOUT));
    } finally {
      this._dispose(loop);
    }
  }

  /** Leaves a loop that has nothing to do any more. @internal */
  _dispose(loop: AbstractEventLoop): void {
    if (this.#setsEventLoop) set_event_loop(null);
    loop.close();
    this.#loop = null;
    this.#state = 'closed';
  }

  /**
   * The first part is synchronous: a promise that the caller has just made is adopted before its first await continues.
   */
  async #run<T>(args: readonly unknown[]): Promise<T> {
    const [coro, context] = runMethodSpec.bind(args) as [AwaitableOrThunk<T>, Context | null | undefined];
    if (runningLoop() !== null) throw alreadyRunning('Runner.run()');
    const loop = this.#initialize();
    const coroutine = mainCoroutine(coro);
    const task = loop.create_task(coroutine, { context: context ?? this._context });
    this.#interrupts = 0;
    loop._interruptsRunner = true;
    const release = defaultHost().on_interrupt(() => {
      this.#interrupted(loop, task);
    });
    try {
      const end = loop.run_until_complete(task);
      if (coroutine instanceof NativeCoroutine && isAdopted(coroutine)) task._nativeDriver().adopt(coroutine);
      return await end;
    } catch (error) {
      if (coroutine instanceof NativeCoroutine && isAdopted(coroutine)) throw namingTheCure(error);
      if (error instanceof CancelledError && this.#interrupts > 0 && task.uncancel() === 0) {
        const interrupt = new KeyboardInterrupt();
        chainContext(interrupt, error);
        throw interrupt;
      }
      showStack(error);
      throw error;
    } finally {
      release?.();
    }
  }

  #interrupted(loop: AbstractEventLoop, task: Task<unknown>): void {
    if (!loop._interruptsRunner) {
      // What comes after the loop's own handler is Python's default, not the runner again.
      if (!loop._signals.has(SIGINT)) loop._abort(new KeyboardInterrupt());
      return;
    }
    this.#interrupts += 1;
    if (this.#interrupts === 1 && !task.done()) {
      task.cancel();
      // Wakes the loop.
      loop.call_soon_threadsafe(() => undefined);
    } else loop._abort(new KeyboardInterrupt());
  }

  #initialize(): AbstractEventLoop {
    if (this.#state === 'closed') throw new RuntimeError('Runner is closed');
    if (this.#loop !== null) return this.#loop;
    let loop: AbstractEventLoop;
    if (this.#factory === null) {
      loop = new_event_loop();
      if (!this.#setsEventLoop) {
        set_event_loop(loop);
        this.#setsEventLoop = true;
      }
    } else loop = callFactory(this.#factory, []) as AbstractEventLoop;
    if (this.#debug !== null) loop.set_debug(this.#debug);
    this._context = copy_context();
    this.#state = 'initialized';
    this.#loop = loop;
    return loop;
  }
}

/** What a run is given, as a coroutine. */
export function mainCoroutine<T>(main: AwaitableOrThunk<T>): Coroutine<T> {
  const awaitable = toAwaitable(main);
  if (awaitable instanceof Coroutine) return awaitable;
  if (!isAwaitable(awaitable)) throw notAwaitable();
  const isPromise = !isfuture(awaitable) && typeof (awaitable as { __await__?: unknown }).__await__ !== 'function';
  return isPromise ? adoptPromise(awaitable as PromiseLike<T>) : wrapAwaitable(awaitable);
}

/** A plain `async` function that was called in `run(main())` has begun before there was a loop: says what to do. */
function namingTheCure(error: unknown): unknown {
  if (!(error instanceof RuntimeError) || error.message !== 'no running event loop') return error;
  return new RuntimeError(
    'no running event loop: a plain async function begins at the call, before asyncio.run can make a loop. Hand over the ' +
      'function itself, asyncio.run(main), or wrap it, asyncio.coroutine(async () => { … })',
    { cause: error },
  );
}

/** Node shows an error that nobody catches by its own `stack`, and without one as an object of no name. */
function showStack(error: unknown): void {
  if (!(error instanceof BaseException) || Object.hasOwn(error, 'stack')) return;
  Object.defineProperty(error, 'stack', { value: error.stack, writable: true, configurable: true });
}
