/**
 * The steps of an asynchronous generator: what `__anext__`, `asend`, `athrow` and `aclose` return.
 *
 * A step is a coroutine as far as asyncio is concerned, it can be awaited or scheduled, once. What it does follows
 * CPython's `async_generator_asend` and `async_generator_athrow` (Objects/genobject.c of 3.14) move by move.
 */
import {
  BaseException,
  GeneratorExit,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  TypeError,
  ValueError,
  instantiate,
} from '../../builtins/exceptions.js';
import { address, installRepr, typeName } from '../../builtins/repr.js';
import { endsIteration, qualname, type AsyncGeneratorBody } from './asyncgen_bodies.js';
import { YieldedValue } from './asyncgen_engines.js';
import { suspension } from '../common/awaitable.js';
import { Continuation } from '../common/continuation.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { CLOSED, CREATED, RUNNING, SUSPENDED } from '../coroutines/coroutine_states.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { ENDED } from '../coroutines/steps.js';

/** What `throw` was given, as an exception. */
export function toRaise(exception: unknown): Error {
  const error = instantiate(exception);
  if (error instanceof BaseException) return error;
  const given = typeName(exception);
  throw new TypeError(`exceptions must be classes or instances deriving from BaseException, not ${given}`);
}

/**
 * One step of an asynchronous generator, as `asend` and its like return it. It is a coroutine: it does nothing until it
 * is awaited, and can be awaited once.
 *
 * @remarks
 * **Python.** The types `async_generator_asend` and `async_generator_athrow`, which have no public names. As there, two
 * steps of one generator at a time are a `RuntimeError`.
 *
 * @example
 * ```ts
 * const echo = asyncio.asyncgen(function* () {
 *   for (let got: unknown = 'nothing'; ; ) got = yield* asyncio.yield_(got);
 * });
 * const main = asyncio.coroutine(async () => {
 *   const generator = echo();
 *   const step: asyncio.Step<unknown> = generator.asend(null);
 *   return [await step, await generator.asend('something')];
 * });
 * await asyncio.run(main()); // => ['nothing', 'something']
 * ```
 *
 * @public
 */
export abstract class Step<T> extends Coroutine<T> {
  /** @internal */ readonly _body: AsyncGeneratorBody;
  /** Keeps the generator alive: it isn't abandoned as long as somebody may await a step of it. @internal */
  readonly _front: object | null;

  /** @internal */
  constructor(named: Named, body: AsyncGeneratorBody, front: object | null) {
    super(named);
    this._body = body;
    this._front = front;
  }

  /** @internal */
  abstract _method(): 'asend' | 'athrow' | 'aclose';

  /** What a body gives that has come to a yield. @internal */
  _yielded(value: unknown): IteratorResult<unknown, T> {
    return { done: true, value: value as T };
  }

  /** What a body gives that has ended, by whatever error. @internal */
  _failed(error: unknown): IteratorResult<unknown, T> {
    if (endsIteration(error)) this._body.closed = true;
    throw error;
  }

  override send(value: unknown): unknown {
    this.#refuseReentry();
    return this._byHand(() => this._resume(value));
  }

  override throw(exception: Error | (new () => Error)): unknown {
    this.#refuseReentry();
    return this._byHand(() => this._raise(toRaise(exception)));
  }

  override close(): null {
    if (this._state === CLOSED) return null;
    this.#refuseReentry();
    let result: IteratorResult<unknown, T>;
    try {
      result = this._raise(new GeneratorExit());
    } catch (error) {
      if (endsIteration(error) || error instanceof StopIteration) return null;
      throw error;
    }
    if (result.done !== true) throw new RuntimeError('coroutine ignored GeneratorExit');
    return null;
  }

  override then<R1 = T, R2 = never>(
    onfulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onrejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    if (this._state === CREATED) return super.then(onfulfilled, onrejected);
    const continuation = new Continuation<T, R1, R2>(onfulfilled, onrejected);
    continuation.rejectSoon(this._refusal());
    return continuation;
  }

  override __repr__(): string {
    return `<${this.constructor.name} object at ${address(this)}>`;
  }

  /** Without a state: there is no code of its own. */
  override _describe(): string {
    return `${this.__qualname__}()`;
  }

  override _unawaited(): string {
    return `coroutine method '${this._method()}' of '${qualname(this._body.named)}'`;
  }

  override _claim(): void {
    if (this._state !== CREATED) throw this._refusal();
  }

  override _currentState(): number {
    return this._state;
  }

  override _discard(): void {
    // Never called: `close` goes to the body.
  }

  /** The first move: no two steps of one generator at a time. @internal */
  _enter(): void {
    this._begin();
    if (this._body.busy) {
      this._state = CLOSED;
      const method = this._method() === 'asend' ? 'anext' : this._method();
      throw new RuntimeError(`${method}(): asynchronous generator is already running`);
    }
    this._body.busy = true;
  }

  /** Resumes the body, by a value or an error. @internal */
  _move(raises: boolean, value: unknown): IteratorResult<unknown, T> {
    const body = this._body;
    this._state = RUNNING;
    this._awaiting = null;
    let result: IteratorResult<unknown, unknown>;
    try {
      result = raises ? body.throw(value) : body.next(value);
    } catch (error) {
      this.#over();
      // Only one that was thrown into a body before its beginning; as in CPython it looks like a result.
      if (error instanceof StopIteration) return { done: true, value: error.value as T };
      return this._failed(error);
    }
    if (result.value instanceof YieldedValue) {
      this.#over();
      return this._yielded(result.value.item);
    }
    this._waits();
    return result as IteratorYieldResult<unknown>;
  }

  /** The body has come to a wait. @internal */
  _waits(): void {
    this._state = SUSPENDED;
    this._awaiting = this._body.awaiting;
    suspension.on = this;
  }

  /** Why it can't be awaited again. @internal */
  _refusal(): Error {
    if (this._state === RUNNING) return new ValueError('async generator already executing');
    if (this._state === SUSPENDED) return new RuntimeError('coroutine is being awaited already');
    const methods = this._method() === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()';
    return new RuntimeError(`cannot reuse already awaited ${methods}`);
  }

  #over(): void {
    this._state = CLOSED;
    this._body.busy = false;
  }

  #refuseReentry(): void {
    if (this._state === RUNNING) throw new ValueError('async generator already executing');
  }
}

installRepr(Step);
// To `inspect` a step is an awaitable, not a coroutine: it has no state to ask for.
Object.defineProperty(Step.prototype, '_inspect_state', { value: undefined });

const ASEND: Named = { name: '<async_generator_asend without __name__>' };

/** The end of an iteration in JavaScript's form, with what the body has returned. */
export function endOf(body: AsyncGeneratorBody): IteratorReturnResult<undefined> {
  const value = body.takeResult() as undefined;
  return value === undefined ? ENDED : { done: true, value };
}

/** `asend(value)`, and `__anext__()`. */
export class AsendStep<T> extends Step<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the constructor again and again. */
  static override get name(): string {
    return 'async_generator_asend';
  }

  /** What is sent. @internal */
  readonly _sent: unknown;
  /** What it waits for, if it began before anybody awaited it. */
  #first: IteratorYieldResult<unknown> | null = null;

  /** A step that has begun already, and waits: whoever awaits it, who alone has it, first gets what it waits for. */
  static begun<T>(body: AsyncGeneratorBody, front: object, first: IteratorYieldResult<unknown>): AsendStep<T> {
    const step = new AsendStep<T>(body, front, null);
    step.#first = first;
    step._begin();
    step._waits();
    return step;
  }

  constructor(body: AsyncGeneratorBody, front: object | null, value: unknown) {
    super(ASEND, body, front);
    this._sent = value ?? null;
  }

  override _method(): 'asend' {
    return 'asend';
  }

  override _claim(): void {
    if (this.#first === null) super._claim();
  }

  override _resume(value: unknown): IteratorResult<unknown, T> {
    const first = this.#first;
    if (first !== null) {
      this.#first = null;
      suspension.on = this;
      return first;
    }
    let sent: unknown = value ?? null;
    if (this._state === CREATED) {
      this._enter();
      sent ??= this._sent;
    } else if (this._state === CLOSED) throw this._refusal();
    return this._move(false, sent);
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    if (this._state === CREATED) this._enter();
    else if (this._state === CLOSED) throw this._refusal();
    return this._move(true, error);
  }
}

/**
 * Goes on to the next yield at once, as a step of `__anext__` that is awaited as soon as it is made: gives the value,
 * if the body comes to one, and null if it comes to its end, so that no step is needed; else the step, which is to be
 * awaited.
 */
export function nextAtOnce<T>(body: AsyncGeneratorBody, front: object): YieldedValue<T> | Step<T> | null {
  if (body.busy) return new AsendStep<T>(body, front, null);
  body.busy = true;
  let result: IteratorResult<unknown, unknown>;
  try {
    result = body.advance(null);
  } catch (error) {
    body.busy = false;
    if (endsIteration(error)) body.closed = true;
    throw error;
  }
  if (result.value instanceof YieldedValue) {
    body.busy = false;
    return result.value as YieldedValue<T>;
  }
  if (result.done !== true) return AsendStep.begun<T>(body, front, result);
  body.busy = false;
  body.closed = true;
  return null;
}

/** The same in the form that `for await` wants: the end is no error. */
export class IterationStep<T> extends AsendStep<IteratorResult<T, undefined>> {
  static override get name(): string {
    return 'async_generator_asend';
  }

  /** Written out since it is quicker than the constructor that a class has by itself. */
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- see above
  constructor(body: AsyncGeneratorBody, front: object | null, value: unknown) {
    super(body, front, value);
  }

  /** What a native generator gives is in that form already. */
  override _inPlace(): Coroutine<unknown> {
    const direct = this._body.beginDirectly(this, this._sent);
    if (direct === null) return this;
    this._begin();
    return direct;
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
