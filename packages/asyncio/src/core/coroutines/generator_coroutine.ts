/** Coroutines in generator style. */
import { suspension } from '../common/awaitable.js';
import { refuseReuse } from './coroutine_errors.js';
import type { Named } from './coroutine_names.js';
import { CLOSED, CREATED, RUNNING, SUSPENDED } from './coroutine_states.js';
import { Coroutine } from './coroutines.js';
import { comesToWait, stateOfSuspended } from './delegators.js';

/** Stands for a body that has ended. */
const OVER: Iterator<unknown, never, unknown> = {
  next() {
    throw refuseReuse(CLOSED);
  },
};

/** A coroutine with a generator for its body, which awaits by `yield*`. */
export class GeneratorCoroutine<T> extends Coroutine<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'coroutine';
  }

  #generator: Iterator<unknown, T, unknown>;

  constructor(generator: Iterator<unknown, T, unknown>, named: Named) {
    super(named);
    this.#generator = generator;
  }

  override _resume(value: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) this._enterBody();
    // No try: a rethrow at each level would make errors dear. A body that threw keeps RUNNING, as `_currentState`
    // finds.
    this._state = RUNNING;
    suspension.on = null;
    suspension.direct = false;
    const result = this.#generator.next(value);
    if (result.done === true) this._state = CLOSED;
    else comesToWait(this);
    return result;
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    if (this._state !== SUSPENDED) this._enterBody();
    this._state = RUNNING;
    suspension.on = null;
    suspension.direct = false;
    const generator = this.#generator;
    if (generator.throw === undefined) throw error;
    const result = generator.throw(error);
    if (result.done === true) this._state = CLOSED;
    else comesToWait(this);
    return result;
  }

  override _currentState(): number {
    if (this._state === SUSPENDED) return stateOfSuspended(this);
    if (this._state !== RUNNING) return this._state;
    // Either the body executes, then it refuses to be resumed, or it ended by an error, then this has no effect.
    try {
      this.#generator.next();
    } catch {
      return RUNNING;
    }
    return (this._state = CLOSED);
  }

  override _discard(): void {
    this.#generator.return?.();
  }

  override _letGo(): void {
    if (this._state === CLOSED) this.#generator = OVER;
  }

  _enterBody(): void {
    if (this._state !== CREATED) this._claim();
    // A task has it in its care already.
    if (this._report !== null) this._begin();
  }
}

Object.defineProperty(GeneratorCoroutine.prototype, '_delegates', { value: true });
