/** The steps of an asynchronous generator that begin with an error: CPython's `async_generator_athrow`. */
import { GeneratorExit, RuntimeError, StopAsyncIteration } from '../../builtins/exceptions.js';
import { endsIteration, type AsyncGeneratorBody } from './asyncgen_bodies.js';
import { Step, endOf, toRaise } from './asyncgen_steps.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { CLOSED, CREATED } from '../coroutines/coroutine_states.js';

const ATHROW: Named = { name: '<async_generator_athrow without __name__>' };

/** `athrow(exception)`. */
export class AthrowStep<T> extends Step<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the constructor again and again. */
  static override get name(): string {
    return 'async_generator_athrow';
  }

  readonly #exception: unknown;

  constructor(body: AsyncGeneratorBody, front: object | null, exception: unknown) {
    super(ATHROW, body, front);
    this.#exception = exception;
  }

  override _method(): 'athrow' | 'aclose' {
    return 'athrow';
  }

  override _resume(value: unknown): IteratorResult<unknown, T> {
    const state = this._state;
    if (state === CLOSED) throw this._refusal();
    if (this._body.state === CLOSED) {
      this._begin();
      this._state = CLOSED;
      return { done: true, value: this._nothing() };
    }
    if (state !== CREATED) return this._move(false, value ?? null);
    if (!this._body.busy && !this._body.closed && value !== null && value !== undefined) {
      throw new RuntimeError("can't send non-None value to a just-started coroutine");
    }
    this._enter();
    if (this._body.closed) {
      this._state = CLOSED;
      this._body.busy = false;
      throw new StopAsyncIteration();
    }
    return this._start();
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    if (this._state === CLOSED) throw this._refusal();
    if (this._state === CREATED) this._enter();
    return this._move(true, error);
  }

  /** The result for a body that has ended already. @internal */
  _nothing(): T {
    return null as T;
  }

  /** @internal */
  _start(): IteratorResult<unknown, T> {
    let error: Error;
    try {
      error = toRaise(this.#exception);
    } catch (refused) {
      this._state = CLOSED;
      this._body.busy = false;
      throw refused;
    }
    return this._move(true, error);
  }
}

/** The same in the form that `yield*` in a native body wants. */
export class IterationThrow<T> extends AthrowStep<IteratorResult<T, undefined>> {
  static override get name(): string {
    return 'async_generator_athrow';
  }

  override _nothing(): IteratorResult<T, undefined> {
    return endOf(this._body);
  }

  override _yielded(value: unknown): IteratorResult<unknown, IteratorResult<T, undefined>> {
    return { done: true, value: { done: false, value: value as T } };
  }

  override _failed(error: unknown): IteratorResult<unknown, IteratorResult<T, undefined>> {
    if (!(error instanceof StopAsyncIteration)) return super._failed(error);
    this._body.closed = true;
    return { done: true, value: endOf(this._body) };
  }
}

/** `aclose()`. */
export class AcloseStep extends AthrowStep<null> {
  static override get name(): string {
    return 'async_generator_athrow';
  }

  constructor(body: AsyncGeneratorBody, front: object | null) {
    super(body, front, null);
  }

  override _method(): 'aclose' {
    return 'aclose';
  }

  override _start(): IteratorResult<unknown, null> {
    this._body.closed = true;
    return this._move(true, new GeneratorExit());
  }

  override _yielded(): never {
    throw new RuntimeError('async generator ignored GeneratorExit');
  }

  override _failed(error: unknown): IteratorResult<unknown, null> {
    if (endsIteration(error)) return { done: true, value: null };
    throw error;
  }
}
