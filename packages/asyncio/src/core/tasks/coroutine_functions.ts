/** `coroutine`: makes coroutine functions. */
import { RuntimeError, TypeError } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import type { Awaitable, AwaitableOrThunk, Gen } from '../common/awaitable.js';
import { await_, fromCoroutineLike, isAwaitable, isCoroutineLike } from '../futures/awaiting.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { ANONYMOUS } from '../coroutines/coroutine_names.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { helperKindOf, kindOf, mark, markOf } from '../common/function_kinds.js';
import { warn } from '../../host/log.js';
import { NativeCoroutine } from '../coroutines/native.js';

export { adoptPromise, await_, isAdopted, isAwaitable, wrapAwaitable } from '../futures/awaiting.js';

/** A function whose calls make coroutines. @public */
export interface CoroutineFunction<This, Args extends unknown[], T> {
  /** Makes a coroutine; runs nothing of the body. */
  (this: This, ...args: Args): Coroutine<T>;
  /** The function's name. */
  __name__: string;
  /** The function's qualified name. */
  __qualname__: string;
  /** The function that was wrapped. */
  readonly __wrapped__: unknown;
}

/** The body of a coroutine function: a generator function or a native `async` function. @public */
export type CoroutineBody<This, Args extends unknown[], T> = (
  this: This,
  ...args: Args
) => Generator<unknown, T, never> | PromiseLike<T>;

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function isGenerator(value: unknown): value is Gen<unknown> {
  return Object.prototype.toString.call(value) === '[object Generator]';
}

/** The body of a function of no known kind, such as one that was compiled down: what it returns decides. */
function* plainBody(fn: AnyFunction, self: unknown, args: IArguments): Gen<unknown> {
  const result = fn.apply(self, args as unknown as unknown[]);
  if (isGenerator(result)) return yield* result;
  if (isAwaitable(result)) return yield* await_(result);
  return result;
}

function makesGenerators(fn: AnyFunction): Error {
  return new TypeError(
    `an asynchronous generator function makes no coroutines: use asyncio.asyncgen instead of asyncio.coroutine for ${repr(fn)}`,
  );
}

/** Names a coroutine that doesn't know its function. */
function named(result: unknown, fn: AnyFunction): unknown {
  if (result instanceof Coroutine && result._function === ANONYMOUS) result._function = fn;
  return result;
}

function wrap(fn: AnyFunction): AnyFunction {
  const kind = kindOf(fn);
  if (kind === 'coroutine') return fn;
  if (kind === 'asyncgen' || kind === 'async generator') {
    throw makesGenerators(fn);
  }
  const helperKind = kind === 'plain' ? helperKindOf(fn) : undefined;
  if (helperKind === 'asyncgen') throw makesGenerators(fn);
  // Each wrapper is a function of its own kind only, so that the call it makes stays simple.
  let wrapper: AnyFunction;
  if (kind === 'raw generator') {
    wrapper = function (this: unknown): unknown {
      // eslint-disable-next-line prefer-rest-params -- passing `arguments` on makes no array
      return new GeneratorCoroutine(fn.apply(this, arguments as never) as Gen<unknown>, wrapper);
    };
  } else if (kind === 'async') {
    wrapper = function (this: unknown, ...args: unknown[]): unknown {
      return new NativeCoroutine(() => fn.apply(this, args) as PromiseLike<unknown>, wrapper);
    };
  } else if (helperKind === 'coroutine') {
    wrapper = function (this: unknown): unknown {
      // eslint-disable-next-line prefer-rest-params -- as above
      return named(fn.apply(this, arguments as never), wrapper);
    };
  } else {
    wrapper = function (this: unknown): unknown {
      // eslint-disable-next-line prefer-rest-params -- as above
      return new GeneratorCoroutine(plainBody(fn, this, arguments), wrapper);
    };
  }
  mark(wrapper, 'coroutine', fn);
  return wrapper;
}

/**
 * Decorates a method: makes it a coroutine function. TypeScript keeps its type.
 *
 * @public
 */
export function coroutine<M extends CoroutineBody<never, never[], unknown>>(
  method: M,
  context: { readonly kind: 'method' },
): M;
/**
 * Makes a coroutine function of a generator function or of a native `async` function: calling it runs nothing, it
 * returns a {@link Coroutine}.
 *
 * It is also a decorator for methods, of both kinds that TypeScript knows. `this` and the arguments are passed on.
 *
 * @remarks
 * **Python.** `async def`; in generator style the `@asyncio.coroutine` of Python 3.4, with `yield*` for `yield from`.
 *
 * @example
 * ```ts
 * const wrapped = asyncio.coroutine(async (x: number) => {
 *   await asyncio.sleep(0);
 *   return x + 1;
 * });
 * const generator = asyncio.coroutine(function* (x: number) {
 *   yield* asyncio.sleep(0);
 *   return (yield* wrapped(x)) + 1;
 * });
 * await asyncio.run(generator(1)); // => 3
 * ```
 *
 * @param fn - The function. A function of another kind may return a generator, an awaitable, or the result.
 * @returns The coroutine function; it goes by the same name.
 * @throws TypeError if `fn` is no function, or makes asynchronous generators.
 * @public
 */
export function coroutine<This, Args extends unknown[], T>(
  fn: CoroutineBody<This, Args, T>,
): CoroutineFunction<This, Args, T>;
export function coroutine(target: object, key: string | symbol, descriptor: PropertyDescriptor): PropertyDescriptor;
export function coroutine(target: unknown, second?: unknown, descriptor?: PropertyDescriptor): unknown {
  // The decorators of TypeScript's `experimentalDecorators` get the prototype, the key and the descriptor.
  if (descriptor !== undefined && typeof descriptor.value === 'function') {
    return { ...descriptor, value: wrap(descriptor.value as AnyFunction) };
  }
  if (typeof target !== 'function') {
    throw new TypeError(`a function was expected by asyncio.coroutine(), got ${repr(target)}`);
  }
  return wrap(target as AnyFunction);
}

/**
 * The coroutine that is meant: itself, or what a function of no arguments makes. A native `async` function becomes the
 * body of one, and so does an object with Python's protocol of coroutines. Anything else is returned as it is, for the
 * caller to refuse.
 */
export function toCoroutine(value: unknown): unknown {
  if (typeof value !== 'function') {
    return !(value instanceof Coroutine) && isCoroutineLike(value) ? fromCoroutineLike(value) : value;
  }
  const kind = kindOf(value as (...args: never[]) => unknown);
  if (kind === 'async' || kind === 'raw generator') return wrap(value as AnyFunction)();
  if (kind === 'asyncgen' || kind === 'async generator') return value;
  if (/^class\b/.test(Function.prototype.toString.call(value))) return value;
  const result = (value as () => unknown)();
  if (isGenerator(result)) return new GeneratorCoroutine(result, value);
  return named(result, value as AnyFunction);
}

/** The same for whatever takes any awaitable. */
export function toAwaitable<T>(value: AwaitableOrThunk<T>): Awaitable<T> {
  if (value instanceof Coroutine) return value;
  const isThunk = typeof value === 'function' && !isAwaitable(value);
  return (isThunk || isCoroutineLike(value) ? toCoroutine(value) : value) as Awaitable<T>;
}

/**
 * Whether `obj` is a coroutine, or an object of the user's own with the protocol of one: `send`, `throw`, `close` and
 * `__await__`.
 *
 * @remarks
 * **Python.** `asyncio.iscoroutine`.
 *
 * @example
 * ```ts
 * const coroutine = asyncio.sleep(1);
 * asyncio.iscoroutine(coroutine); // => true
 * coroutine.close();
 * asyncio.iscoroutine(Promise.resolve()); // => false
 * ```
 *
 * @public
 */
export function iscoroutine(obj: unknown): obj is Coroutine<unknown> {
  return obj instanceof Coroutine || isCoroutineLike(obj);
}

/** Whether a function makes coroutines. */
export function makesCoroutines(func: unknown): boolean {
  return (
    typeof func === 'function' &&
    (markOf(func) === 'coroutine' ||
      kindOf(func as AnyFunction) === 'async' ||
      helperKindOf(func as AnyFunction) === 'coroutine')
  );
}

/**
 * Whether `func` makes coroutines: a function that {@link coroutine} made, bound or not, or a native `async` function.
 *
 * @deprecated Since Python 3.14, and goes in 3.16; use `inspect.iscoroutinefunction`.
 * @remarks
 * **Python.** `asyncio.iscoroutinefunction`, which warns of its deprecation.
 *
 * @example
 * ```ts
 * asyncio.iscoroutinefunction(asyncio.sleep); // => true
 * asyncio.iscoroutinefunction(() => asyncio.sleep(1)); // => false
 * ```
 *
 * @public
 */
export function iscoroutinefunction(func: unknown): boolean {
  const text = "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16";
  warn(`${text}; use inspect.iscoroutinefunction() instead`, 'DeprecationWarning');
  return makesCoroutines(func);
}

/** Refuses a program that can't be a coroutine, in `run` and its like. */
export function notAwaitable(): Error {
  return new TypeError('An asyncio.Future, a coroutine or an awaitable is required');
}

/** Refuses a loop where one is running. */
export function alreadyRunning(what: string): Error {
  return new RuntimeError(`${what} cannot be called from a running event loop`);
}
