/** The protocols of asynchronous iteration, Python's and JavaScript's, and what stands between them. */
import { StopAsyncIteration, TypeError } from '../../builtins/exceptions.js';
import { address, installRepr, typeName } from '../../builtins/repr.js';
import { suspension, type Awaitable, type Gen } from '../common/awaitable.js';
import { await_, isAwaitable } from '../futures/awaiting.js';
import { fromNative } from '../asyncgens/asyncgens.js';
import { whenSettled } from '../common/continuation.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { CLOSED, RUNNING, SUSPENDED } from '../coroutines/coroutine_states.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { kindOf } from '../common/function_kinds.js';
import { NativeCoroutine } from '../coroutines/native.js';

/** Python's protocol of asynchronous iterators. @public */
export interface HasAnext<T> {
  /** An awaitable of the next value; it raises `StopAsyncIteration` at the end. */
  __anext__(): Awaitable<T>;
}

/** Python's protocol of asynchronous iterables. @public */
export interface HasAiter<T> {
  /** The iterator. */
  __aiter__(): HasAnext<T>;
}

/** Whatever can be iterated asynchronously. @public */
export type AnyAsyncIterable<T> = HasAiter<T> | AsyncIterable<T>;

type Method = (...args: unknown[]) => unknown;

/** A method of an object, or null. */
export function methodOf(value: unknown, name: string | symbol): Method | null {
  if (value === null || value === undefined) return null;
  const found = (value as Record<string | symbol, unknown>)[name];
  return typeof found === 'function' ? (found as Method) : null;
}

const ANEXT = { name: '__anext__' };

/**
 * Calls a method of a JavaScript iterator; what it gives is to be awaited. A native one runs as a native body, on
 * behalf of its task.
 */
export function callMethod(iterator: object, method: Method, ...args: unknown[]): unknown {
  if (kindOf(method) === 'async' || isNativeAsyncGenerator(iterator)) {
    return new NativeCoroutine(() => method.apply(iterator, args) as PromiseLike<unknown>, ANEXT);
  }
  return method.apply(iterator, args);
}

/** Awaits what a method of a JavaScript iterator gives. */
function* awaitMethod<T>(iterator: object, method: Method): Gen<T> {
  const result = callMethod(iterator, method);
  return (isAwaitable(result) ? yield* await_(result) : result) as T;
}

/** Tells an iterator that nobody asks for more, without waiting, and whatever comes of it. */
export function abandonIterator(iterator: object): void {
  const method = methodOf(iterator, 'return');
  if (method === null) return;
  const ignore = (): void => undefined;
  whenSettled(() => Promise.resolve(method.call(iterator)), ignore, ignore);
}

/** What a JavaScript iterator has given, if it is as it must be. */
export function checkResult(result: unknown): { readonly done?: boolean; readonly value: unknown } {
  if ((typeof result === 'object' && result !== null) || typeof result === 'function') return result as never;
  throw new TypeError(`Iterator result ${String(result)} is not an object`);
}

/** A JavaScript iterator with Python's protocol. */
export class IteratorAdapter<T> implements HasAnext<T>, HasAiter<T> {
  readonly #iterator: AsyncIterator<T>;

  constructor(iterator: AsyncIterator<T>) {
    this.#iterator = iterator;
  }

  __aiter__(): this {
    return this;
  }

  __anext__(): Coroutine<T> {
    return new GeneratorCoroutine(this.#next(), ANEXT);
  }

  /** Tells the iterator that nobody asks for more, as `for await` does when it is left early. */
  *leave(): Gen<void> {
    const method = methodOf(this.#iterator, 'return');
    if (method !== null) yield* awaitMethod(this.#iterator, method);
  }

  /** The same without waiting, and whatever comes of it. */
  abandon(): void {
    abandonIterator(this.#iterator);
  }

  *#next(): Gen<T> {
    const result: unknown = yield* awaitMethod(this.#iterator, methodOf(this.#iterator, 'next') as Method);
    const step = checkResult(result);
    if (step.done === true) throw new StopAsyncIteration();
    return step.value as T;
  }
}

/** What a native `async function*` makes. */
function isNativeAsyncGenerator(value: unknown): value is globalThis.AsyncGenerator {
  return Object.prototype.toString.call(value) === '[object AsyncGenerator]';
}

/** The iterator of a JavaScript iterable with Python's protocol; null for anything else. */
export function adaptIterable<T>(iterable: unknown): (HasAnext<T> & HasAiter<T>) | null {
  if (isNativeAsyncGenerator(iterable)) return fromNative(iterable as globalThis.AsyncGenerator<T>);
  return iteratorOf<T>(iterable);
}

/** The same, but a bare `async function*` isn't made one of our asynchronous generators. */
export function iteratorOf<T>(iterable: unknown): IteratorAdapter<T> | null {
  const native = methodOf(iterable, Symbol.asyncIterator);
  if (native === null) return null;
  const iterator = native.call(iterable);
  if (methodOf(iterator, 'next') !== null) return new IteratorAdapter(iterator as AsyncIterator<T>);
  throw new TypeError(`aiter() returned not an async iterator of type '${typeName(iterator)}'`);
}

/** A JavaScript iterator with Python's protocol. */
export function adaptIterator(iterator: unknown): HasAnext<unknown> {
  const isIterator = methodOf(iterator, Symbol.asyncIterator) !== null && methodOf(iterator, 'next') !== null;
  if (!isIterator) throw new TypeError(`'${typeName(iterator)}' object is not an async iterator`);
  if (isNativeAsyncGenerator(iterator)) return fromNative(iterator);
  return new IteratorAdapter(iterator as AsyncIterator<unknown>);
}

const ANEXT_AWAITABLE = { name: '<anext_awaitable without __name__>' };

/** What `anext` with a default gives: CPython's `anext_awaitable`. All it does is done by what it wraps. */
export class AnextAwaitable<T, D> extends Coroutine<T | D> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'anext_awaitable';
  }

  readonly #awaitable: unknown;
  readonly #fallback: D;
  #iterator: Iterator<unknown, T, unknown> | null = null;

  constructor(awaitable: unknown, fallback: D) {
    super(ANEXT_AWAITABLE);
    this.#awaitable = awaitable;
    this.#fallback = fallback;
    // If it is never awaited, neither is what it wraps, and that says so.
    this._begin();
  }

  override _resume(value: unknown): IteratorResult<unknown, T | D> {
    return this.#step((iterator) => iterator.next(value));
  }

  override _raise(error: unknown): IteratorResult<unknown, T | D> {
    return this.#step((iterator) => {
      if (iterator.throw === undefined) throw error;
      return iterator.throw(error);
    });
  }

  override close(): null {
    if (this._state === CLOSED) return null;
    this._state = CLOSED;
    this.#iterator?.return?.(undefined);
    return null;
  }

  override __repr__(): string {
    return `<anext_awaitable object at ${address(this)}>`;
  }

  override _currentState(): number {
    return this._state;
  }

  override _discard(): void {
    // Nothing has been asked of it.
  }

  override _describe(): string {
    return `${this.__qualname__}()`;
  }

  #step(move: (iterator: Iterator<unknown, T, unknown>) => IteratorResult<unknown, T>): IteratorResult<unknown, T | D> {
    this._state = RUNNING;
    this._awaiting = null;
    let result: IteratorResult<unknown, T>;
    try {
      this.#iterator ??= await_(this.#awaitable as Awaitable<T>)[Symbol.iterator]();
      result = move(this.#iterator);
    } catch (error) {
      this._state = CLOSED;
      if (error instanceof StopAsyncIteration) return { done: true, value: this.#fallback };
      throw error;
    }
    this._state = result.done === true ? CLOSED : SUSPENDED;
    if (result.done !== true) {
      this._awaiting = suspension.on;
      suspension.on = this;
    }
    return result;
  }
}

installRepr(AnextAwaitable);
