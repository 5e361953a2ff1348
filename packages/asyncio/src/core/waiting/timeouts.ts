/** `timeout`: a scope that is cancelled when it takes too long. */
import { signature } from '../../builtins/arguments.js';
import { ExceptionGroup } from '../../builtins/groups.js';
import { AssertionError, RuntimeError, TimeoutError, TypeError } from '../../builtins/exceptions.js';
import { reprFloat } from '../../builtins/literals.js';
import { installRepr, typeName } from '../../builtins/repr.js';
import type { Gen } from '../common/awaitable.js';
import { canBeAtOnce } from '../statements/at_once.js';
import { NEEDS_EXCEPTION, refuseDisposal, type AsyncContextManager } from '../statements/async_with.js';
import { Immediate } from '../statements/bodies.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { current_task } from '../tasks/current.js';
import type { Handle } from '../contract/handles.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import { callbackNamed } from '../common/named_callback.js';
import { get_running_loop } from '../contract/current_loop.js';
import type { Task } from '../tasks/tasks.js';

/** From its making over its entry to its end, which is one of two. The texts stand in its repr and in errors. */
type State = 'created' | 'active' | 'expiring' | 'expired' | 'finished';

const AENTER = { name: '__aenter__', __qualname__: 'Timeout.__aenter__' };
const AEXIT = { name: '__aexit__', __qualname__: 'Timeout.__aexit__' };
const initSpec = signature('Timeout.__init__(self, when)');
const rescheduleSpec = signature('Timeout.reschedule(self, when)');
const exitSpec = signature('Timeout.__aexit__(self, exc_type, exc_val, exc_tb)');
const timeoutSpec = signature('timeout(delay)');
const timeoutAtSpec = signature('timeout_at(when)');

/** The keyword of {@link Timeout} and {@link timeout_at}. @public */
export interface TimeoutAtOptions {
  /** The loop's time at which it expires; null for never. */
  readonly when: number | null | undefined;
}

/** The keyword of {@link timeout}. @public */
export interface TimeoutOptions {
  /** Seconds; null for no limit. */
  readonly delay: number | null | undefined;
}

/**
 * A time limit for the body of an `async_with`. Made by {@link timeout} and {@link timeout_at}.
 *
 * @remarks
 * **Python.** `asyncio.Timeout`.
 *
 * **Cancellation.** When the time is over, the body gets a `CancelledError` where it waits, which leaves the scope as a
 * `TimeoutError`. If the task is cancelled from elsewhere as well, the `CancelledError` stays what it is.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const scope = asyncio.timeout(1);
 *   try {
 *     await asyncio.async_with(scope, async () => {
 *       scope.reschedule(asyncio.get_running_loop().time() + 5);
 *       await asyncio.sleep(3);
 *       await asyncio.sleep(3);
 *     });
 *   } catch (error) {
 *     return [error instanceof asyncio.TimeoutError, scope.expired(), asyncio.get_running_loop().time()];
 *   }
 * });
 * await asyncio.run(main()); // => [true, true, 5]
 * ```
 *
 * @public
 */
export class Timeout implements AsyncContextManager<Timeout>, AsyncDisposable {
  #state: State = 'created';
  #when: number | null;
  #handle: Handle | null = null;
  #task: Task<unknown> | null = null;
  /** How many cancellations had been asked of the task when the scope was entered. */
  #cancelling = 0;

  /**
   * @param when - The loop's time at which it expires, in seconds; null for never. Also as keyword.
   */
  constructor(when: number | null | undefined);
  constructor(options: TimeoutAtOptions);
  constructor(...args: readonly unknown[]) {
    this.#when = (initSpec.bind(args)[0] ?? null) as number | null;
  }

  /** The loop's time at which it expires, in seconds; null for never. */
  when(): number | null {
    return this.#when;
  }

  /**
   * Moves the limit; one that has passed already expires in the next iteration.
   *
   * @param when - The loop's time, in seconds; null for no limit. Also as keyword.
   * @throws RuntimeError if the scope was not entered, has expired or was left.
   */
  reschedule(when: number | null | undefined): void;
  reschedule(options: TimeoutAtOptions): void;
  reschedule(...args: readonly unknown[]): void {
    this.#reschedule((rescheduleSpec.bind(args)[0] ?? null) as number | null);
  }

  #reschedule(when: number | null): void {
    if (this.#state === 'created') throw new RuntimeError('Timeout has not been entered');
    if (this.#state !== 'active') throw new RuntimeError(`Cannot change state of ${this.#state} Timeout`);
    this.#when = when;
    this.#handle?.cancel();
    this.#handle = null;
    if (when === null) return;
    if (typeof when !== 'number') {
      throw new TypeError(`'<=' not supported between instances of '${typeName(when)}' and 'float'`);
    }
    const loop = get_running_loop();
    this.#handle = when <= loop.time() ? loop.call_soon(this.#timeIsOver) : loop.call_at(when, this.#timeIsOver);
  }

  /** Whether the time was over before the body was. */
  expired(): boolean {
    return this.#state === 'expiring' || this.#state === 'expired';
  }

  /**
   * Begins to count.
   *
   * @throws RuntimeError outside of a task, and if it was entered before.
   */
  __aenter__(): Coroutine<this> {
    return new GeneratorCoroutine(this.#aenter(), AENTER);
  }

  /**
   * Ends to count, and turns its own `CancelledError` into a `TimeoutError`.
   *
   * @throws TimeoutError if the body was cancelled because the time was over, AssertionError if it isn't entered.
   */
  __aexit__(exc_type: unknown, exc_val: unknown, exc_tb: unknown): Coroutine<null>;
  __aexit__(...args: readonly unknown[]): Coroutine<null> {
    return new GeneratorCoroutine(this.#aexit(exitSpec.bind(args)[1]), AEXIT);
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
  *#aenter(): Gen<this> {
    this._enter();
    return this;
  }

  // eslint-disable-next-line require-yield -- nothing has to be waited for
  *#aexit(exception: unknown): Gen<null> {
    this._exit(exception);
    return null;
  }

  /** Entry without a coroutine, for `wait_for`. @internal */
  _enter(): void {
    if (this.#state !== 'created') throw new RuntimeError('Timeout has already been entered');
    const task = current_task();
    if (task === null) throw new RuntimeError('Timeout should be used inside a task');
    this.#state = 'active';
    this.#task = task;
    this.#cancelling = task.cancelling();
    this.#reschedule(this.#when);
  }

  /** Exit without a coroutine. @internal */
  _exit(exception: unknown): void {
    if (this.#state !== 'active' && this.#state !== 'expiring') throw new AssertionError();
    this.#handle?.cancel();
    this.#handle = null;
    if (this.#state === 'active') this.#state = 'finished';
    if (this.#state !== 'expiring') return;
    this.#state = 'expired';
    const task = this.#task as Task<unknown>;
    // A cancellation from elsewhere is not ours to handle.
    if (task.uncancel() > this.#cancelling || !(exception instanceof Error)) return;
    if (exception instanceof CancelledError) throw timeoutBecauseOf(exception);
    replaceInContext(exception);
    if (exception instanceof ExceptionGroup) exception.exceptions.forEach(replaceInContext);
  }

  readonly #timeIsOver = callbackNamed('Timeout._on_timeout', (): void => {
    this.#task?.cancel();
    this.#state = 'expiring';
    this.#handle = null;
  });

  /** Python's text, such as `<Timeout [active] when=12.5>`. */
  __repr__(): string {
    if (this.#state !== 'active') return `<Timeout [${this.#state}]>`;
    const when = this.#when === null ? 'None' : reprFloat(toMilliseconds(this.#when));
    return `<Timeout [active] when=${when}>`;
  }
}

installRepr(Timeout);
Object.defineProperty(Timeout.prototype, NEEDS_EXCEPTION, { value: true });

/** Rounded to three decimals as Python's `round` does it: what stands in the middle goes to the even neighbour. */
function toMilliseconds(seconds: number): number {
  const sixteenths = seconds * 16;
  // Only odd sixteenths stand in the middle exactly.
  if (!Number.isInteger(sixteenths) || sixteenths % 2 === 0) return Number(seconds.toFixed(3));
  const below = Math.floor(seconds * 1000);
  return (below % 2 === 0 ? below : below + 1) / 1000;
}

function timeoutBecauseOf(cancelled: Error): TimeoutError {
  const error = new TimeoutError();
  error.__context__ = cancelled;
  error.__cause__ = cancelled;
  return error;
}

/** The body raised something else while it handled our `CancelledError`: the error's history tells of the timeout. */
function replaceInContext(error: Error): void {
  let later = error as Error & { __context__?: unknown };
  while (later.__context__ instanceof Error) {
    if (later.__context__ instanceof CancelledError) {
      later.__context__ = timeoutBecauseOf(later.__context__);
      return;
    }
    later = later.__context__;
  }
}

/* eslint-disable @typescript-eslint/unbound-method -- they are spoken of, not called */
markCoroutineFunctions(Timeout.prototype.__aenter__, Timeout.prototype.__aexit__);
canBeAtOnce(Timeout.prototype.__aenter__, (scope: Timeout) => {
  scope._enter();
  return new Immediate(scope);
});
canBeAtOnce(Timeout.prototype.__aexit__, (scope: Timeout, exception) => {
  scope._exit(exception);
  return new Immediate(null);
});
/* eslint-enable @typescript-eslint/unbound-method */

/**
 * Limits the time that the body of an `async_with` may take.
 *
 * @remarks
 * **Python.** `asyncio.timeout`.
 *
 * **Cancellation.** See {@link Timeout}.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   try {
 *     await asyncio.async_with(asyncio.timeout(0.01), async () => {
 *       await asyncio.sleep(60);
 *     });
 *   } catch (error) {
 *     if (!(error instanceof asyncio.TimeoutError)) throw error;
 *     return 'too slow';
 *   }
 * });
 * await asyncio.run(main()); // => 'too slow'
 * ```
 *
 * @param delay - Seconds; null for no limit, which {@link Timeout.reschedule} may set later. Also as keyword.
 * @returns The manager.
 * @throws RuntimeError if no loop is running.
 * @public
 */
export function timeout(delay: number | null | undefined): Timeout;
export function timeout(options: TimeoutOptions): Timeout;
export function timeout(...args: readonly unknown[]): Timeout {
  const [delay] = timeoutSpec.bind(args);
  const loop = get_running_loop();
  if (delay === null || delay === undefined) return new Timeout(null);
  if (typeof delay !== 'number') {
    throw new TypeError(`unsupported operand type(s) for +: 'float' and '${typeName(delay)}'`);
  }
  return new Timeout(loop.time() + delay);
}

/**
 * Limits the time of the body of an `async_with` by a point of time.
 *
 * @remarks
 * **Python.** `asyncio.timeout_at`.
 *
 * **Cancellation.** See {@link Timeout}.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const scope = asyncio.timeout_at(asyncio.get_running_loop().time() + 0.01);
 *   try {
 *     await asyncio.async_with(scope, async () => {
 *       await asyncio.sleep(60);
 *     });
 *   } catch (error) {
 *     if (!(error instanceof asyncio.TimeoutError)) throw error;
 *   }
 *   return scope.expired();
 * });
 * await asyncio.run(main()); // => true
 * ```
 *
 * @param when - The loop's time, in seconds; null for no limit. Also as keyword.
 * @returns The manager.
 * @public
 */
export function timeout_at(when: number | null | undefined): Timeout;
export function timeout_at(options: TimeoutAtOptions): Timeout;
export function timeout_at(...args: readonly unknown[]): Timeout {
  return new Timeout((timeoutAtSpec.bind(args)[0] ?? null) as number | null);
}
