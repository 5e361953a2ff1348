/**
 * `sleep`.
 *
 * Its coroutine is written as the three states that it has instead of as a generator: programs sleep often, and many at
 * once, and a generator would take twice the memory.
 */
import { RuntimeError, TypeError, ValueError } from '../../builtins/exceptions.js';
import { signature } from '../../builtins/arguments.js';
import { typeName } from '../../builtins/repr.js';
import { Context } from '../../contextvars/context.js';
import { YIELDED, suspension } from '../common/awaitable.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { CLOSED, SUSPENDED } from '../coroutines/coroutine_states.js';
import { NONE, failed } from '../coroutines/steps.js';
import type { TimerHandle } from '../contract/handles.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Future } from '../futures/futures.js';
import { get_running_loop } from '../contract/current_loop.js';
import { runningTask } from '../common/running.js';
import type { Sleeper } from '../contract/sleep_timer.js';

/** The keywords of {@link sleep}. @public */
export interface SleepOptions<T> {
  /** Seconds. */
  readonly delay: number;
  /** What the coroutine returns. */
  readonly result?: T;
}

const SLEEP = { name: 'sleep' };

export class SleepCoroutine<T> extends Coroutine<T> implements Sleeper {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'coroutine';
  }

  /** Null before it begins, and while it only gives up a turn. */
  declare _awaiting: Future<T> | null;
  readonly #delay: number;
  /** @internal */ readonly _result: T;
  #timer: TimerHandle | null = null;

  constructor(delay: number, result: T) {
    super(SLEEP);
    this.#delay = delay;
    this._result = result;
  }

  /** When it ends; null before it begins, and while it only gives up a turn. */
  get _until(): number | null {
    return this.#timer?._when ?? null;
  }

  override _resume(): IteratorResult<unknown, T> {
    let future = this._awaiting;
    if (this._state !== SUSPENDED) {
      this._leaveCreated();
      future = this._fallAsleep();
      this._state = SUSPENDED;
      this._awaiting = future;
    } else if (future?._state !== 'PENDING' || future._asyncio_future_blocking) {
      return { done: true, value: this._end() };
    }
    // Who is resumed before its time goes on sleeping, as with any future.
    if (future !== null) future._asyncio_future_blocking = true;
    suspension.on = this;
    YIELDED.value = future ?? undefined;
    return YIELDED;
  }

  override _raise(error: unknown): never {
    if (this._state === SUSPENDED) {
      this._state = CLOSED;
      this.#timer?.cancel();
    } else this._leaveCreated();
    throw error;
  }

  override _step(value: unknown, error: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) return super._step(value, error);
    if (error === NONE && this._awaiting?._state !== 'CANCELLED') return this._resume();
    this._state = CLOSED;
    this.#timer?.cancel();
    return failed(error === NONE ? this._awaiting?._make_cancelled_error() : error);
  }

  override _currentState(): number {
    return this._state;
  }

  override _discard(): void {
    // Nothing was taken before its beginning.
  }

  /** It is closed until it sleeps: what goes wrong before ends it. */
  _leaveCreated(): void {
    this._claim();
    this._begin();
    this._state = CLOSED;
  }

  /** Sets the timer, and gives the future to wait for; null if a turn is all there is to wait for. */
  _fallAsleep(): Future<T> | null {
    const delay = this.#delay;
    if (typeof delay !== 'number') {
      throw new TypeError(`'<=' not supported between instances of '${typeName(delay)}' and 'int'`);
    }
    if (delay <= 0) return null;
    if (Number.isNaN(delay)) throw new ValueError('Invalid delay: NaN (not a number)');
    const loop = get_running_loop();
    const future = loop.create_future<T>();
    this._awaiting = future;
    const scope = runningTask()?._scope;
    // The timer needs no context of its own: it only wakes whoever sleeps.
    this.#timer = loop._wake_later(delay, this, scope instanceof Context ? scope : null);
    return future;
  }

  _end(): T {
    this._state = CLOSED;
    const future = this._awaiting;
    if (future === null) return this._result;
    this.#timer?.cancel();
    if (future._state === 'PENDING') throw new RuntimeError("await wasn't used with future");
    return future.result();
  }
}

// The name of its type, as errors give it.

const spec = signature('sleep(delay, result?!)');

/**
 * Waits for `delay` seconds, and lets other tasks run.
 *
 * `sleep(0)`, or less, gives up exactly one turn of the loop.
 *
 * @remarks
 * **Python.** `asyncio.sleep`.
 *
 * **Cancellation.** Ends the wait at once, and takes its timer off the loop.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => await asyncio.sleep(0.01, 'awake'));
 * await asyncio.run(main()); // => 'awake'
 * ```
 *
 * @param delay - Seconds; after it, or as keyword, `result`: what the coroutine returns.
 * @throws ValueError if `delay` is not a number (NaN).
 * @public
 */
export function sleep(delay: number): Coroutine<null>;
export function sleep<T>(delay: number, result: T): Coroutine<T>;
export function sleep<T>(options: SleepOptions<T>): Coroutine<T>;
export function sleep(...args: readonly unknown[]): Coroutine<never> {
  const [delay, result] = typeof args[0] === 'number' && args.length <= 2 ? args : spec.bind(args);
  return new SleepCoroutine(delay as number, result ?? null) as Coroutine<unknown> as never;
}

markCoroutineFunctions(sleep);
