/** What an object is at run time: a coroutine, a generator, something that can be awaited. */
import type { AsyncGenerator as LibraryAsyncGenerator } from '../core/asyncgens/asyncgens.js';
import type { Awaitable } from '../core/common/awaitable.js';
import type { Coroutine } from '../core/coroutines/coroutines.js';
import { isAsyncGeneratorObject, isCoroutineObject, isObject, nativeTag } from './brands.js';

/**
 * Whether `object` is a coroutine: what calling a coroutine function returns.
 *
 * @remarks
 * **Python.** `inspect.iscoroutine`. The promise that a plain `async` function returns is none: it has begun already.
 *
 * @example
 * ```ts
 * const coro = asyncio.sleep(0);
 * asyncio.inspect.iscoroutine(coro); // => true
 * coro.close();
 * asyncio.inspect.iscoroutine(Promise.resolve()); // => false
 * ```
 *
 * @public
 */
export function iscoroutine(object: unknown): object is Coroutine {
  return isCoroutineObject(object);
}

/**
 * Whether `object` can be awaited: a coroutine, a future or task, an object with `__await__`, a promise or other
 * thenable.
 *
 * @remarks
 * **Python.** `inspect.isawaitable`; promises and thenables are awaitable here too.
 *
 * @example
 * ```ts
 * const objects = [Promise.resolve(1), { __await__: () => [][Symbol.iterator]() }, async () => 1];
 * objects.map(asyncio.inspect.isawaitable); // => [true, true, false]
 * ```
 *
 * @public
 */
export function isawaitable(object: unknown): object is Awaitable<unknown> {
  if (!isObject(object)) return false;
  if (isCoroutineObject(object)) return true;
  // `then` is asked last: on one of our own awaitables the question alone may mean that an `await` has begun.
  const { __await__ } = object as { __await__?: unknown };
  return typeof __await__ === 'function' || typeof (object as { then?: unknown }).then === 'function';
}

/**
 * Whether `object` is an asynchronous generator: one of the library's, or what a native `async function*` returns.
 *
 * @remarks
 * **Python.** `inspect.isasyncgen`.
 *
 * @example
 * ```ts
 * const numbers = async function* () {
 *   yield 1;
 * };
 * asyncio.inspect.isasyncgen(numbers()); // => true
 * asyncio.inspect.isasyncgen(numbers); // => false
 * ```
 *
 * @public
 */
export function isasyncgen(object: unknown): object is AsyncGenerator | LibraryAsyncGenerator {
  return isAsyncGeneratorObject(object) || isNativeObject(object, 'AsyncGenerator');
}

/**
 * Whether `object` is a generator: what calling a `function*` returns.
 *
 * @remarks
 * **Python.** `inspect.isgenerator`.
 *
 * @example
 * ```ts
 * const numbers = function* () {
 *   yield 1;
 * };
 * asyncio.inspect.isgenerator(numbers()); // => true
 * asyncio.inspect.isgenerator([1].values()); // => false
 * ```
 *
 * @public
 */
export function isgenerator(object: unknown): object is Generator {
  return isNativeObject(object, 'Generator');
}

/** The language's own generators take their tag from a prototype; an object that has one of its own only says so. */
function isNativeObject(object: unknown, tag: string): boolean {
  return (
    typeof object === 'object' &&
    object !== null &&
    !Object.hasOwn(object, Symbol.toStringTag) &&
    nativeTag(object) === tag
  );
}
