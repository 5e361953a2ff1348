/** `aiter`, `anext`, `async_for`: asynchronous iteration. */
import { signature } from '../../builtins/arguments.js';
import { GeneratorExit, StopAsyncIteration, TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { AnextAwaitable, adaptIterable, adaptIterator, iteratorOf, methodOf } from './async_iterators.js';
import type { AnyAsyncIterable, HasAiter, HasAnext, IteratorAdapter } from './async_iterators.js';
import { YieldedValue } from '../asyncgens/asyncgen_engines.js';
import type { Step } from '../asyncgens/asyncgen_steps.js';
import { AsyncGenerator } from '../asyncgens/asyncgens.js';
import type { Awaitable, Gen } from '../common/awaitable.js';
import { await_, cannotAwait, isAwaitable } from '../futures/awaiting.js';
import {
  WaitingBody,
  checkBody,
  runBody,
  startBodyWith,
  type Body,
  type BodyOptions,
  type Delegate,
} from './bodies.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { kindOf, type FunctionKind } from '../common/function_kinds.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';

export type { AnyAsyncIterable, HasAiter, HasAnext } from './async_iterators.js';

/**
 * The asynchronous iterator of an asynchronous iterable, with Python's protocol or with JavaScript's.
 *
 * @remarks
 * **Python.** The built-in `aiter`, since 3.10. Of a bare `async function*` it makes an asynchronous generator with
 * Python's methods.
 *
 * @example
 * ```ts
 * const numbers = asyncio.aiter((async function* () {
 *   yield 1;
 * })());
 * const main = asyncio.coroutine(async () => await numbers.__anext__());
 * await asyncio.run(main()); // => 1
 * ```
 *
 * @throws TypeError if it has neither.
 * @public
 */
export function aiter<T>(async_iterable: AnyAsyncIterable<T>): HasAnext<T> & HasAiter<T> {
  if (arguments.length !== 1) {
    throw new TypeError(`aiter() takes exactly one argument (${String(arguments.length)} given)`);
  }
  const own = methodOf(async_iterable, '__aiter__');
  if (own !== null) {
    const iterator = own.call(async_iterable);
    if (methodOf(iterator, '__anext__') === null) {
      throw new TypeError(`aiter() returned not an async iterator of type '${typeName(iterator)}'`);
    }
    return iterator as HasAnext<T> & HasAiter<T>;
  }
  const adapted = adaptIterable<T>(async_iterable);
  if (adapted === null) throw new TypeError(`'${typeName(async_iterable)}' object is not an async iterable`);
  return adapted;
}

/**
 * An awaitable of the next value of an asynchronous iterator.
 *
 * @remarks
 * **Python.** The built-in `anext`, since 3.10. JavaScript's asynchronous iterators are taken as well.
 *
 * **Cancellation.** Reaches what the iterator's `__anext__` waits for; a default doesn't change that. A generator whose
 * body lets it pass has ended.
 *
 * @example
 * ```ts
 * const one = asyncio.asyncgen(function* () {
 *   yield* asyncio.yield_(1);
 * });
 * const main = asyncio.coroutine(async () => {
 *   const numbers = one();
 *   return [await asyncio.anext(numbers, 'no more'), await asyncio.anext(numbers, 'no more')];
 * });
 * await asyncio.run(main()); // => [1, 'no more']
 * ```
 *
 * @param async_iterator - The iterator.
 * @throws TypeError if it is no asynchronous iterator; StopAsyncIteration (when awaited) at the end.
 * @public
 */
export function anext<A extends HasAnext<unknown>>(async_iterator: A): ReturnType<A['__anext__']>;
export function anext<T>(async_iterator: AsyncIterator<T>): Coroutine<T>;
/**
 * The same, with a default for the end.
 *
 * @param async_iterator - The iterator.
 * @param fallback - What is returned at the end, instead of `StopAsyncIteration`.
 * @public
 */
export function anext<T, D>(async_iterator: HasAnext<T> | AsyncIterator<T>, fallback: D): Coroutine<T | D>;
export function anext(...args: unknown[]): unknown {
  if (args.length === 0) throw new TypeError('anext expected at least 1 argument, got 0');
  if (args.length > 2) throw new TypeError(`anext expected at most 2 arguments, got ${String(args.length)}`);
  const own = methodOf(args[0], '__anext__');
  const awaitable = own === null ? adaptIterator(args[0]).__anext__() : own.call(args[0]);
  return args.length === 1 ? awaitable : new AnextAwaitable(awaitable, args[1]);
}

/** What the body of {@link async_for} returns to end the loop. @public */
export const BREAK: unique symbol = Symbol('asyncio.BREAK');

/** What `__anext__` has given, if it isn't a coroutine, but may be awaited. */
export function nextOf<T>(awaitable: unknown): Delegate<T> {
  if (isAwaitable(awaitable)) return await_(awaitable) as Delegate<T>;
  const error = new TypeError(`'async for' received an invalid object from __anext__: ${typeName(awaitable)}`);
  error.__context__ = error.__cause__ = cannotAwait(awaitable);
  throw error;
}

/** A generator of ours whose `__anext__` nobody has replaced; null for other iterators. */
export function ownGenerator<T>(iterator: HasAnext<T>): AsyncGenerator<T> | null {
  if (!(iterator instanceof AsyncGenerator)) return null;
  return iterator.__anext__ === AsyncGenerator.prototype.__anext__ ? (iterator as AsyncGenerator<T>) : null;
}

/**
 * The loop over any iterator; `adapter` stands for a JavaScript iterator, which is told when the loop is left early.
 */
function* loop<T>(
  iterator: HasAnext<T>,
  body: Body<[T], unknown>,
  self: unknown,
  adapter: IteratorAdapter<T> | null,
): Gen<null> {
  const kind = kindOf(body);
  for (;;) {
    let value: T;
    try {
      const awaitable: Awaitable<T> = iterator.__anext__();
      value = yield* awaitable instanceof Coroutine ? awaitable : nextOf<T>(awaitable);
    } catch (error) {
      if (error instanceof StopAsyncIteration) return null;
      throw error;
    }
    let result: unknown;
    try {
      result = yield* startBodyWith(body, self, value, kind);
    } catch (error) {
      if (adapter !== null) yield* leaveQuietly(adapter, error);
      throw error;
    }
    if (result === BREAK) {
      if (adapter !== null) yield* adapter.leave();
      return null;
    }
  }
}

/** The loop over a generator of ours, which is left alone when the loop is left early. */
function* loopOver<T>(generator: AsyncGenerator<T>, body: Body<[T], unknown>, self: unknown): Gen<null> {
  const kind = kindOf(body);
  for (;;) {
    const waiting = untilWait(generator, body, self, kind);
    if (waiting === null) return null;
    let result: unknown;
    if (waiting instanceof WaitingBody) result = yield* waiting;
    else {
      let value: T;
      try {
        value = yield* waiting;
      } catch (error) {
        if (error instanceof StopAsyncIteration) return null;
        throw error;
      }
      result = runBody(body, self, value, kind);
      if (result instanceof WaitingBody) result = yield* result;
    }
    if (result === BREAK) return null;
  }
}

/**
 * Goes on as long as neither the generator nor the body waits; gives which of them does, and null at the end of the
 * loop. Nothing suspends here, so it is no generator: that is quicker.
 */
function untilWait<T>(
  generator: AsyncGenerator<T>,
  body: Body<[T], unknown>,
  self: unknown,
  kind: FunctionKind,
): Step<T> | WaitingBody<unknown> | null {
  for (;;) {
    const next = generator._next_at_once();
    if (!(next instanceof YieldedValue)) return next;
    const result = runBody(body, self, next.item, kind);
    if (result instanceof WaitingBody) return result;
    if (result === BREAK) return null;
  }
}

/** The body's error counts, not what comes of telling the iterator. */
function* leaveQuietly(adapter: IteratorAdapter<unknown>, error: unknown): Gen<void> {
  if (error instanceof GeneratorExit) {
    // The loop is being closed: it can't wait any more.
    adapter.abandon();
    return;
  }
  try {
    yield* adapter.leave();
  } catch {
    return;
  }
}

/** The iterator of an iterable with Python's protocol; null if it has another. */
export function pythonIteratorOf<T>(iterable: unknown): HasAnext<T> | null {
  const own = methodOf(iterable, '__aiter__');
  if (own === null) return null;
  const iterator = own.call(iterable);
  if (methodOf(iterator, '__anext__') !== null) return iterator as HasAnext<T>;
  const type = typeName(iterator);
  throw new TypeError(`'async for' received an object from __aiter__ that does not implement __anext__: ${type}`);
}

/** Why something can't be iterated. */
export function notIterable(iterable: unknown): Error {
  return new TypeError(`'async for' requires an object with __aiter__ method, got ${typeName(iterable)}`);
}

function* iterate<T>(iterable: AnyAsyncIterable<T>, body: Body<[T], unknown>, self: unknown): Gen<null> {
  const own = pythonIteratorOf<T>(iterable);
  if (own !== null) {
    const generator = ownGenerator(own);
    return yield* generator === null ? loop(own, body, self, null) : loopOver(generator, body, self);
  }
  const adapter = iteratorOf<T>(iterable);
  if (adapter === null) throw notIterable(iterable);
  return yield* loop(adapter, body, self, adapter);
}

const ASYNC_FOR = { name: 'async_for', isInline: true };

const spec = signature('async_for(iterable!, body, *, this_)');

/**
 * Calls a body for each value of an asynchronous iterable. The body is an ordinary function, which is the quickest;
 * only if it awaits, it is a generator function (or an `async` one). It ends the loop by returning `asyncio.BREAK`.
 *
 * Leaving the loop early leaves a generator of ours suspended, as Python does; a JavaScript iterator is told by its
 * `return()`, as in `for await`.
 *
 * @remarks
 * **Python.** `async for x in iterable:`; where `await` is at hand, JavaScript's `for await` does the same.
 *
 * **Cancellation.** Reaches whatever the loop waits for, the iterator or the body, and ends the loop. If it was the
 * body, a generator of ours stays suspended, and a JavaScript iterator is told by its `return()`, and waited for.
 *
 * @example
 * ```ts
 * const count = asyncio.asyncgen(function* () {
 *   yield* asyncio.yield_(1);
 *   yield* asyncio.yield_(2);
 * });
 * const main = asyncio.coroutine(function* () {
 *   let sum = 0;
 *   yield* asyncio.async_for(count(), (x) => { sum += x; });
 *   return sum;
 * });
 * await asyncio.run(main()); // => 3
 * ```
 *
 * @param iterable - What is iterated.
 * @param body - Called with each value.
 * @param options - `this_`: the body's `this`.
 * @throws TypeError if it can't be iterated.
 * @public
 */
export function async_for<T>(
  iterable: AnyAsyncIterable<T>,
  body: Body<[T], unknown>,
  options?: BodyOptions,
): Coroutine<null>;
export function async_for(...args: readonly unknown[]): Coroutine<null> {
  const [iterable, body, self] = spec.bind(args) as [AnyAsyncIterable<unknown>, Body<[unknown], unknown>, unknown];
  checkBody(body);
  return new GeneratorCoroutine(iterate(iterable, body, self), ASYNC_FOR);
}
