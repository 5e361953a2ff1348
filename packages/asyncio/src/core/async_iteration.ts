/** `aiter`, `anext`, `async_for`: asynchronous iteration over Python's and over JavaScript's protocol. */
import { StopAsyncIteration, TypeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import type { Awaitable, Gen } from './awaitable.js';
import { fromNative } from './asyncgens.js';
import { callBody, type Body, type BodyOptions } from './bodies.js';
import { awaiting } from './coroutine_functions.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';
import { NativeCoroutine } from './native.js';

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

/** A JavaScript iterator with Python's protocol. */
class IteratorAdapter<T> implements HasAnext<T> {
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

  *#next(): Gen<T> {
    const result = yield* new NativeCoroutine(() => this.#iterator.next(), ANEXT);
    if (result.done === true) throw new StopAsyncIteration();
    return result.value;
  }
}

const ANEXT = { name: 'anext' };
const ASYNC_FOR = { name: 'async_for' };

function method(value: unknown, name: string | symbol): ((...args: unknown[]) => unknown) | null {
  if (value === null || value === undefined) return null;
  const found = (value as Record<string | symbol, unknown>)[name];
  return typeof found === 'function' ? (found as (...args: unknown[]) => unknown) : null;
}

/**
 * The asynchronous iterator of an asynchronous iterable, with Python's protocol or with JavaScript's.
 *
 * @remarks
 * **Python.** The built-in `aiter`.
 *
 * @throws TypeError if it has neither.
 * @public
 */
export function aiter<T>(async_iterable: AnyAsyncIterable<T>): HasAnext<T> & HasAiter<T> {
  const own = method(async_iterable, '__aiter__');
  if (own !== null) {
    const iterator = own.call(async_iterable);
    if (method(iterator, '__anext__') === null) {
      throw new TypeError(`aiter() returned not an async iterator of type '${typeName(iterator)}'`);
    }
    return iterator as HasAnext<T> & HasAiter<T>;
  }
  const native = method(async_iterable, Symbol.asyncIterator);
  if (native === null) throw new TypeError(`'${typeName(async_iterable)}' object is not an async iterable`);
  if (Object.prototype.toString.call(async_iterable) === '[object AsyncGenerator]') {
    return fromNative(async_iterable as globalThis.AsyncGenerator<T>);
  }
  return new IteratorAdapter(native.call(async_iterable) as AsyncIterator<T>);
}

function* nextOr<T, D>(awaitable: Awaitable<T>, fallback: D): Gen<T | D> {
  try {
    return yield* awaiting(awaitable);
  } catch (error) {
    if (error instanceof StopAsyncIteration) return fallback;
    throw error;
  }
}

/**
 * An awaitable of the next value of an asynchronous iterator.
 *
 * @remarks
 * **Python.** The built-in `anext`.
 *
 * @param async_iterator - The iterator.
 * @param fallback - What is returned at the end, instead of `StopAsyncIteration`.
 * @throws TypeError if it has no `__anext__`.
 * @public
 */
export function anext<T>(async_iterator: HasAnext<T>): Awaitable<T>;
export function anext<T, D>(async_iterator: HasAnext<T>, fallback: D): Coroutine<T | D>;
export function anext(...args: [HasAnext<unknown>, unknown?]): Awaitable<unknown> {
  const next = method(args[0], '__anext__');
  if (next === null) throw new TypeError(`'${typeName(args[0])}' object is not an async iterator`);
  const awaitable = next.call(args[0]) as Awaitable<unknown>;
  return args.length < 2 ? awaitable : new GeneratorCoroutine(nextOr(awaitable, args[1]), ANEXT);
}

/** What the body of {@link async_for} returns to end the loop. @public */
export const BREAK: unique symbol = Symbol('asyncio.BREAK');

function* loop<T>(iterable: AnyAsyncIterable<T>, body: Body<[T], unknown>, self: unknown): Gen<null> {
  const iterator = aiter(iterable);
  for (;;) {
    let value: T;
    try {
      value = yield* awaiting(iterator.__anext__());
    } catch (error) {
      if (error instanceof StopAsyncIteration) return null;
      throw error;
    }
    if ((yield* callBody(body, self, [value])) === BREAK) return null;
  }
}

/**
 * Calls a body for each value of an asynchronous iterable. The body may be a generator function or an `async` function; it
 * ends the loop by returning `asyncio.BREAK`.
 *
 * @remarks
 * **Python.** `async for x in iterable:`; where `await` is at hand, JavaScript's `for await` does the same.
 *
 * @example
 * ```ts
 * const count = asyncio.asyncgen(function* () {
 *   yield* asyncio.yield_(1);
 *   yield* asyncio.yield_(2);
 * });
 * const main = asyncio.coroutine(function* () {
 *   let sum = 0;
 *   yield* asyncio.async_for(count(), function* (x: unknown) { sum += x as number; });
 *   return sum;
 * });
 * await asyncio.run(main()); // => 3
 * ```
 *
 * @param iterable - What is iterated.
 * @param body - Called with each value.
 * @param options - `this_`: the body's `this`.
 * @public
 */
export function async_for<T>(
  iterable: AnyAsyncIterable<T>,
  body: Body<[T], unknown>,
  options?: BodyOptions,
): Coroutine<null> {
  return new GeneratorCoroutine(loop(iterable, body, options?.this_), ASYNC_FOR);
}
