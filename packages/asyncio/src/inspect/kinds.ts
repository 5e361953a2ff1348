/** What a function makes when it is called: a coroutine, a generator, an asynchronous generator. */
import { AttributeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import { FUNCTION_KIND, helperKindOf } from '../core/common/function_kinds.js';
import { hasKind, nativeTag } from './brands.js';
import { isbuiltin, isclass } from './types.js';

/**
 * Whether a function is of a native kind, or TypeScript has compiled one of that kind down, which shows in its text.
 */
function isOfKind(fn: unknown, tag: string, kind: 'coroutine' | 'asyncgen'): boolean {
  if (typeof fn !== 'function') return false;
  const known = nativeTag(fn);
  return known === tag || (known === 'Function' && helperKindOf(fn as () => unknown) === kind);
}

/**
 * Whether `obj` is a coroutine function: made by {@link coroutine}, compiled (by TypeScript's helpers too), a native
 * `async` function, or marked by {@link markcoroutinefunction}.
 *
 * A bound function answers as its function does. An ordinary function that happens to return a coroutine is none.
 *
 * @remarks
 * **Python.** `inspect.iscoroutinefunction`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(function* () {
 *   yield* asyncio.sleep(0);
 * });
 * asyncio.inspect.iscoroutinefunction(main); // => true
 * asyncio.inspect.iscoroutinefunction(main.bind(null)); // => true
 * asyncio.inspect.iscoroutinefunction(() => main()); // => false
 * ```
 *
 * @public
 */
export function iscoroutinefunction(obj: unknown): boolean {
  return hasKind(obj, 'coroutine') || isOfKind(obj, 'AsyncFunction', 'coroutine');
}

/**
 * Whether `obj` is a generator function.
 *
 * A `function*` that {@link coroutine} or {@link asyncgen} wrapped is a coroutine function or an asynchronous generator
 * function, and no longer this.
 *
 * @remarks
 * **Python.** `inspect.isgeneratorfunction`.
 *
 * @example
 * ```ts
 * const body = function* () {
 *   yield* asyncio.sleep(0);
 * };
 * asyncio.inspect.isgeneratorfunction(body); // => true
 * asyncio.inspect.isgeneratorfunction(asyncio.coroutine(body)); // => false
 * ```
 *
 * @public
 */
export function isgeneratorfunction(obj: unknown): boolean {
  return hasKind(obj, 'generator') || (typeof obj === 'function' && nativeTag(obj) === 'GeneratorFunction');
}

/**
 * Whether `obj` is an asynchronous generator function: made by {@link asyncgen}, compiled, or a native
 * `async function*`.
 *
 * @remarks
 * **Python.** `inspect.isasyncgenfunction`.
 *
 * @example
 * ```ts
 * const numbers = asyncio.asyncgen(function* () {
 *   yield* asyncio.yield_(1);
 * });
 * asyncio.inspect.isasyncgenfunction(numbers); // => true
 * asyncio.inspect.isasyncgenfunction(async () => 1); // => false
 * ```
 *
 * @public
 */
export function isasyncgenfunction(obj: unknown): boolean {
  return hasKind(obj, 'asyncgen') || isOfKind(obj, 'AsyncGeneratorFunction', 'asyncgen');
}

/**
 * Marks a function as a coroutine function, for functions that return an awaitable without being written as coroutines.
 *
 * The function itself is marked, not a copy. What it was before, it stays: a marked generator function is both.
 *
 * @remarks
 * **Python.** `inspect.markcoroutinefunction`.
 *
 * @example
 * ```ts
 * const later = asyncio.inspect.markcoroutinefunction(() => asyncio.sleep(1));
 * asyncio.inspect.iscoroutinefunction(later); // => true
 * ```
 *
 * @param func - A function or class.
 * @returns The same function.
 * @throws {@link AttributeError} for what is no function, for functions of the host and for frozen ones, which can't be
 *   marked.
 * @public
 */
export function markcoroutinefunction<F extends (...args: never[]) => unknown>(func: F): F;
export function markcoroutinefunction<C extends abstract new (...args: never[]) => unknown>(func: C): C;
export function markcoroutinefunction(func: unknown): unknown {
  if (typeof func !== 'function' || isbuiltin(func) || !Object.isExtensible(func)) {
    throw new AttributeError(`'${typeName(func)}' object can't be marked as a coroutine function`);
  }
  const mark: PropertyDescriptor = { value: 'coroutine', configurable: true };
  // On a prototype of its own the mark survives `.bind()`. A class can't have one put in: `super()` calls what is
  // there.
  if (isclass(func)) Reflect.defineProperty(func, FUNCTION_KIND, mark);
  else Reflect.setPrototypeOf(func, Object.create(Reflect.getPrototypeOf(func), { [FUNCTION_KIND]: mark }) as object);
  return func;
}
