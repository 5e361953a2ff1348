/** Cancellation and the web's abort signals: `abort_signal` and `from_signal`. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError, TypeError, toException } from '../../builtins/exceptions.js';
import { installRepr, repr } from '../../builtins/repr.js';
import { newAbortController, type AbortSignalLike, type HostAbortSignal } from '../../host/abort.js';
import type { Gen } from '../common/awaitable.js';
import { NEEDS_EXCEPTION, refuseDisposal, type AsyncContextManager } from '../statements/async_with.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { current_task } from '../tasks/current.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Task } from '../tasks/tasks.js';

/**
 * The current task's abort signal, for `fetch` and other functions of the host: it is aborted when the task is asked to
 * cancel, with a `CancelledError` for its reason.
 *
 * It belongs to the next cancellation: once that has come, another call gives another signal, so that what cleans up
 * may use the host as well.
 *
 * @remarks
 * **Python.** Has no such thing.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const signal = asyncio.abort_signal();
 *   asyncio.current_task()?.cancel('enough');
 *   return [signal.aborted, String(signal.reason)];
 * });
 * const task = asyncio.run(main());
 * await task.catch((error: unknown) => String(error)); // => 'enough'
 * ```
 *
 * @returns The signal; the same one until the task is asked to cancel.
 * @throws RuntimeError outside of a task, NotImplementedError on a host without `AbortController`.
 * @public
 */
export function abort_signal(): HostAbortSignal {
  const task = current_task();
  if (task === null) throw new RuntimeError('abort_signal() should be used inside a task');
  if (task._abort !== null) return task._abort.signal;
  const source = newAbortController();
  // It was asked already, and the error is on its way.
  if (task._must_cancel) source.abort(task._cancellation(null, new CancelledError(...argsOf(task))));
  else task._abort = source;
  return source.signal;
}

function argsOf(task: Task<unknown>): unknown[] {
  return task._cancel_message === null ? [] : [task._cancel_message];
}

const spec = signature('from_signal(signal)');
const AENTER = { name: '__aenter__', __qualname__: 'SignalScope.__aenter__' };
const AEXIT = { name: '__aexit__', __qualname__: 'SignalScope.__aexit__' };
const exitSpec = signature('SignalScope.__aexit__(self, exc_type, exc, tb)');

/**
 * A scope that is cancelled when an abort signal is. Made by {@link from_signal}.
 *
 * @remarks
 * **Python.** Has no abort signals; the scope behaves as {@link Timeout} does.
 *
 * **Cancellation.** When the signal aborts, the body gets a `CancelledError` where it waits, which leaves the scope as
 * the signal's reason. If the task is cancelled from elsewhere as well, the `CancelledError` stays what it is.
 *
 * @example
 * ```ts
 * const controller = new AbortController();
 * const main = asyncio.coroutine(async () => {
 *   asyncio.get_running_loop().call_later(1, () => controller.abort('enough'));
 *   const scope = asyncio.from_signal(controller.signal);
 *   try {
 *     await asyncio.async_with(scope, async () => await asyncio.sleep(3600));
 *   } catch {
 *     return scope.aborted();
 *   }
 * });
 * await asyncio.run(main()); // => true
 * ```
 *
 * @public
 */
export class SignalScope implements AsyncContextManager<SignalScope>, AsyncDisposable {
  readonly #signal: AbortSignalLike;
  #task: Task<unknown> | null = null;
  #cancelling = 0;
  #aborted = false;
  #left = false;

  /** @internal */
  constructor(signal: AbortSignalLike) {
    this.#signal = signal;
  }

  /** Whether the signal ended the body. */
  aborted(): boolean {
    return this.#aborted;
  }

  /**
   * Begins to listen.
   *
   * @throws RuntimeError outside of a task, and if it was entered before.
   */
  __aenter__(): Coroutine<this> {
    return new GeneratorCoroutine(this.#enter(), AENTER);
  }

  /** Ends to listen, and turns its own `CancelledError` into the signal's reason. */
  __aexit__(exc_type: unknown, exc: unknown, tb: unknown): Coroutine<null>;
  __aexit__(...args: readonly unknown[]): Coroutine<null> {
    return new GeneratorCoroutine(this.#exit(exitSpec.bind(args)[1]), AEXIT);
  }

  /**
   * What `await using` looks for. In source that isn't compiled it can't show the exception of the body, so it is
   * refused.
   *
   * @throws RuntimeError that names `async_with`.
   */
  get [Symbol.asyncDispose](): () => Coroutine<void> {
    throw refuseDisposal(this);
  }

  // eslint-disable-next-line require-yield -- nothing has to be waited for
  *#enter(): Gen<this> {
    if (this.#task !== null) throw new RuntimeError('SignalScope has already been entered');
    const task = current_task();
    if (task === null) throw new RuntimeError('SignalScope should be used inside a task');
    this.#task = task;
    this.#cancelling = task.cancelling();
    if (this.#signal.aborted) this.#abort();
    else this.#signal.addEventListener('abort', this.#heard);
    return this;
  }

  /** The host tells, from wherever it is: the task is cancelled by its loop. */
  readonly #heard = (): void => {
    const loop = this.#task?._loop;
    this.#signal.removeEventListener('abort', this.#heard);
    if (loop?.is_closed() === false) loop.call_soon_threadsafe(this.#abort);
  };

  readonly #abort = (): void => {
    if (this.#left) return;
    this.#aborted = true;
    this.#task?.cancel();
  };

  // eslint-disable-next-line require-yield -- nothing has to be waited for
  *#exit(exception: unknown): Gen<null> {
    this.#left = true;
    this.#signal.removeEventListener('abort', this.#heard);
    if (!this.#aborted) return null;
    const task = this.#task as Task<unknown>;
    // A cancellation from elsewhere is not ours to handle.
    if (task.uncancel() > this.#cancelling || !(exception instanceof CancelledError)) return null;
    throw toException(this.#signal.reason);
  }

  /** Such as `<SignalScope aborted>`. */
  __repr__(): string {
    if (this.#aborted) return '<SignalScope aborted>';
    if (this.#left) return '<SignalScope left>';
    return this.#task === null ? '<SignalScope>' : '<SignalScope entered>';
  }
}

installRepr(SignalScope);
Object.defineProperty(SignalScope.prototype, NEEDS_EXCEPTION, { value: true });
/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(SignalScope.prototype.__aenter__, SignalScope.prototype.__aexit__);

/**
 * Lets an abort signal end the body of an `async_with`: it gets a `CancelledError` where it waits, which leaves the
 * scope as the signal's reason. The scope listens as long as it is entered.
 *
 * @remarks
 * **Python.** Has no such thing; it works as `asyncio.timeout` does.
 *
 * **Cancellation.** If the task is cancelled from elsewhere as well, the `CancelledError` stays what it is.
 *
 * @example
 * ```ts
 * const controller = new AbortController();
 * const main = asyncio.coroutine(async () => {
 *   asyncio.get_running_loop().call_later(0.01, () => controller.abort(new Error('enough')));
 *   try {
 *     await asyncio.async_with(asyncio.from_signal(controller.signal), async () => {
 *       await asyncio.sleep(60);
 *     });
 *   } catch (error) {
 *     return String(error);
 *   }
 * });
 * await asyncio.run(main()); // => 'Error: enough'
 * ```
 *
 * @param signal - The signal.
 * @returns The manager.
 * @throws TypeError if it is no signal.
 * @public
 */
export function from_signal(signal: AbortSignalLike): SignalScope;
export function from_signal(...args: readonly unknown[]): SignalScope {
  const [signal] = spec.bind(args);
  if (typeof (signal as Partial<AbortSignalLike> | null | undefined)?.aborted !== 'boolean') {
    throw new TypeError(`an AbortSignal was expected, got ${repr(signal)}`);
  }
  return new SignalScope(signal as AbortSignalLike);
}
