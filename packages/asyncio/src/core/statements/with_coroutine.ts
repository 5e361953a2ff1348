/**
 * The coroutine of `async_with`:
 *
 *     enters ──► runs the body ──► leaves ──────────────► ends with the body's result
 *                    └──error──► leaves, told of it ──► ends with null if that was suppressed, else by an error
 *
 * It is written as these phases instead of as a generator: programs hold locks often, and a generator would take twice
 * the memory, and a turn of its machinery at each resume.
 */
import { chainContext, toException } from '../../builtins/exceptions.js';
import { isTrue } from '../../builtins/truth.js';
import { suspension } from '../common/awaitable.js';
import { Immediate, startBody, type Body, type Delegate } from './bodies.js';
import { kindOf } from '../common/function_kinds.js';
import { managerOf, type Manager } from './context_managers.js';
import { NativeCoroutine } from '../coroutines/native.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { CLOSED, RUNNING, SUSPENDED } from '../coroutines/coroutine_states.js';
import { comesToWait, stateOfSuspended } from '../coroutines/delegators.js';
import { closesAwaited, raiseIn } from '../coroutines/raising.js';
import { FAILED, failed, NONE, takeError, throwing } from '../coroutines/steps.js';

const ENTERS = 0;
const RUNS = 1;
const LEAVES = 2;
const LEAVES_BY_ERROR = 3;

export const ASYNC_WITH = { name: 'async_with', isInline: true };

export class WithCoroutine extends Coroutine<unknown> {
  /**
   * The name of its type. Redefined from outside it would make each `instanceof` slow, and bundlers keep what is
   * unused.
   */
  static override get name(): string {
    return 'coroutine';
  }

  readonly #given: unknown;
  readonly #body: Body<[unknown], unknown>;
  readonly #self: unknown;
  #manager: Manager | null = null;
  #phase = ENTERS;
  /** What the phase waits for: a coroutine, or the iterator of something else. */
  #inner: Coroutine<unknown> | null = null;
  #iterator: Iterator<unknown, unknown, unknown> | null = null;
  /** The body's result, or its error. */
  #outcome: unknown = undefined;

  constructor(manager: unknown, body: Body<[never], unknown>, self: unknown) {
    super(ASYNC_WITH);
    this.#given = manager;
    this.#body = body as Body<[unknown], unknown>;
    this.#self = self;
  }

  override _resume(value: unknown): IteratorResult<unknown, unknown> {
    return throwing(this._step(value, NONE));
  }

  override _raise(error: unknown): IteratorResult<unknown, unknown> {
    return throwing(this._step(undefined, error));
  }

  override _step(startValue: unknown, startError: unknown): IteratorResult<unknown, unknown> {
    if (this._state !== SUSPENDED) {
      this._claim();
      this._begin();
      if (startError !== NONE) return this._fail(startError);
    }
    this._state = RUNNING;
    suspension.on = null;
    suspension.direct = false;
    let value = startValue;
    let error = startError;
    for (;;) {
      try {
        const inner = this.#inner;
        const iterator = this.#iterator;
        let result: IteratorResult<unknown, unknown>;
        if (inner !== null) result = stepInner(inner, value, error);
        else if (iterator === null) result = this._beginPhase(value);
        else result = error === NONE ? iterator.next(value) : throwInto(iterator, error);
        if (result.done !== true) {
          comesToWait(this);
          return result;
        }
        value = result.value;
        error = result === FAILED ? takeError() : NONE;
        if (this.#phase === LEAVES_BY_ERROR) value = isTrue(value);
      } catch (thrown) {
        error = thrown;
      }
      this.#inner = null;
      this.#iterator = null;
      if (this.#phase === RUNS) {
        this.#outcome = error === NONE ? value : error;
        this.#phase = error === NONE ? LEAVES : LEAVES_BY_ERROR;
        error = NONE;
      } else if (error !== NONE) {
        if (this.#phase === LEAVES_BY_ERROR && error instanceof Error) chainContext(error, toException(this.#outcome));
        return this._fail(error);
      } else if (this.#phase === LEAVES) return this._end(this.#outcome);
      else if (this.#phase === LEAVES_BY_ERROR) return value === true ? this._end(null) : this._fail(this.#outcome);
      else this.#phase = RUNS;
    }
  }

  override _currentState(): number {
    return this._state === SUSPENDED ? stateOfSuspended(this) : this._state;
  }

  override _discard(): void {
    // Nothing was taken before its beginning.
  }

  _beginPhase(value: unknown): IteratorResult<unknown, unknown> {
    // Most bodies are generators'. Asked as any delegate, each function behind them would be a kind of its own to V8.
    if (this.#phase === RUNS && kindOf(this.#body) === 'raw generator') {
      const generator = this.#body.call(this.#self, value) as Generator;
      this.#iterator = generator;
      return generator.next();
    }
    const delegate = this._delegate(value);
    if (delegate instanceof Immediate) return { done: true, value: delegate.value };
    // A native body can't be stepped: its iterator hands it to the task.
    if (!(delegate instanceof Coroutine) || delegate instanceof NativeCoroutine) {
      return (this.#iterator = delegate[Symbol.iterator]()).next(undefined);
    }
    delegate._claim();
    this.#inner = delegate as Coroutine<unknown>;
    return stepInner(delegate, undefined, NONE);
  }

  /** What is to be done in this phase. */
  _delegate(value: unknown): Delegate<unknown> {
    if (this.#phase === RUNS) return startBody(this.#body, this.#self, [value]);
    if (this.#phase === ENTERS) return (this.#manager = managerOf(this.#given)).enter();
    const manager = this.#manager as Manager;
    if (this.#phase === LEAVES) return manager.leave(null, null);
    const exception = toException(this.#outcome);
    return manager.leave(exception.constructor, exception);
  }

  _end(value: unknown): IteratorReturnResult<unknown> {
    this._state = CLOSED;
    return { done: true, value };
  }

  _fail(error: unknown): typeof FAILED {
    this._state = CLOSED;
    return failed(error);
  }
}

Object.defineProperty(WithCoroutine.prototype, '_delegates', { value: true });

function throwInto(iterator: Iterator<unknown, unknown, unknown>, error: unknown): IteratorResult<unknown, unknown> {
  if (iterator.throw === undefined) throw error;
  return iterator.throw(error);
}

/** Takes what is awaited one step on, or takes what has come of it, if it was resumed by itself. */
function stepInner(inner: Coroutine<unknown>, value: unknown, error: unknown): IteratorResult<unknown, unknown> {
  if (inner._state === CLOSED && suspension.ended) {
    suspension.ended = false;
    return error === NONE ? { done: true, value } : failed(error);
  }
  const closes = error !== NONE && closesAwaited(error);
  const result = closes ? raiseIn(inner, error) : inner._step(value, error);
  suspension.direct = result.done !== true && inner._delegates;
  return result;
}
