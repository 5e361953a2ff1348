/** `coroutine`: makes coroutine functions. `await_`: awaits anything in generator style. */
import { RuntimeError, TypeError } from '../builtins/exceptions.js';
import { repr, typeName } from '../builtins/repr.js';
import type { Awaitable, AwaitableOrThunk, Gen, HasAwait } from './awaitable.js';
import { Coroutine, GeneratorCoroutine, type Named } from './coroutines.js';
import { kindOf, mark, markOf } from './function_kinds.js';
import { isfuture, type Future } from './futures.js';
import { NativeCoroutine } from './native.js';
import { promiseToFuture } from './promises.js';

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

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}

function isGenerator(value: unknown): value is Gen<unknown> {
  return Object.prototype.toString.call(value) === '[object Generator]';
}

/** The body of a function of no known kind, such as one that was compiled down: what it returns decides. */
function* plainBody(fn: AnyFunction, self: unknown, args: IArguments): Gen<unknown> {
  const result = fn.apply(self, args as unknown as unknown[]);
  if (isGenerator(result)) return yield* result;
  if (isAwaitable(result)) return yield* awaiting(result);
  return result;
}

function wrap(fn: AnyFunction): AnyFunction {
  const kind = kindOf(fn);
  if (kind === 'coroutine') return fn;
  if (kind === 'asyncgen' || kind === 'async generator') {
    throw new TypeError(
      `an asynchronous generator function makes no coroutines: use asyncio.asyncgen instead of asyncio.coroutine for ${repr(fn)}`,
    );
  }
  // Each wrapper is a function of its own kind only, so that the call it makes stays simple.
  let wrapper: AnyFunction;
  if (kind === 'raw generator') {
    wrapper = function (this: unknown): unknown {
      // eslint-disable-next-line prefer-rest-params -- passing `arguments` on makes no array
      return new GeneratorCoroutine(fn.apply(this, arguments as never) as Gen<unknown>, wrapper as Named);
    };
  } else if (kind === 'async') {
    wrapper = function (this: unknown, ...args: unknown[]): unknown {
      return new NativeCoroutine(() => fn.apply(this, args) as PromiseLike<unknown>, wrapper as Named);
    };
  } else {
    wrapper = function (this: unknown): unknown {
      // eslint-disable-next-line prefer-rest-params -- as above
      return new GeneratorCoroutine(plainBody(fn, this, arguments), wrapper as Named);
    };
  }
  mark(wrapper as (...args: never[]) => unknown, 'coroutine', fn);
  return wrapper;
}

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
export function coroutine<This, Args extends unknown[], T>(
  method: CoroutineBody<This, Args, T>,
  context: ClassMethodDecoratorContext<This>,
): (this: This, ...args: Args) => never;
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

/** Whether a value can be awaited. */
export function isAwaitable(value: unknown): value is Awaitable<unknown> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  if (value instanceof Coroutine || isfuture(value)) return true;
  return typeof (value as { __await__?: unknown }).__await__ === 'function' || isThenable(value);
}

/** Awaits anything, as a stretch of a generator body. */
export function* awaiting<T>(awaitable: Awaitable<T>): Gen<T> {
  if (awaitable instanceof Coroutine || isfuture(awaitable)) return yield* awaitable as Coroutine<T> | Future<T>;
  if (!isAwaitable(awaitable)) throw new TypeError(`'${typeName(awaitable)}' object can't be awaited`);
  const own = (awaitable as HasAwait<T>).__await__;
  if (typeof own !== 'function') return yield* promiseToFuture(awaitable as PromiseLike<T>);
  const iterator = own.call(awaitable) as Iterator<never, T, unknown> | Iterable<never, T, unknown>;
  if (Symbol.iterator in iterator) return yield* iterator;
  if (typeof (iterator as { next?: unknown } | null)?.next !== 'function') {
    throw new TypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`);
  }
  return yield* { [Symbol.iterator]: () => iterator };
}

/**
 * Makes anything that can be awaited awaitable in both ways, by `yield*` and by `await`: what is typed as a promise, a
 * native promise, an object with `__await__`, the result of a decorated generator method.
 *
 * @remarks
 * **Python.** `await x`, where `yield* x` or `await x` isn't possible.
 *
 * **Cancellation.** Interrupts the wait for a promise at once; the promise itself goes on.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(function* () {
 *   return yield* asyncio.await_(Promise.resolve(3));
 * });
 * await asyncio.run(main()); // => 3
 * ```
 *
 * @throws TypeError (when awaited) if it can't be awaited.
 * @public
 */
export function await_<T>(awaitable: Awaitable<T> | Generator<unknown, T, never>): Coroutine<T> | Future<T> {
  if (awaitable instanceof Coroutine || isfuture(awaitable)) return awaitable as Coroutine<T> | Future<T>;
  return new GeneratorCoroutine(awaiting(awaitable as Awaitable<T>), AWAIT);
}

const AWAIT = { name: 'await_' };

/** A coroutine that awaits something else, such as an object with `__await__`. */
export function wrapAwaitable<T>(awaitable: Awaitable<T>): Coroutine<T> {
  return new GeneratorCoroutine(awaiting(awaitable), WRAP_AWAITABLE);
}

const WRAP_AWAITABLE = { name: '_wrap_awaitable' };

/** A coroutine whose body is a promise that is on its way already. */
export function adoptPromise<T>(promise: PromiseLike<T>): NativeCoroutine<T> {
  return new NativeCoroutine(() => promise, ADOPTED);
}

const ADOPTED = { name: 'promise' };

/** Whether a coroutine stands for a promise that was on its way already. */
export function isAdopted(body: NativeCoroutine<unknown>): boolean {
  return body._function === ADOPTED;
}

/**
 * The coroutine that is meant: itself, or what a function of no arguments makes. A native `async` function becomes the
 * body of one. Anything else is returned as it is, for the caller to refuse.
 */
export function toCoroutine(value: unknown): unknown {
  if (typeof value !== 'function') return value;
  const kind = kindOf(value as (...args: never[]) => unknown);
  if (kind === 'async' || kind === 'raw generator') return wrap(value as AnyFunction)();
  if (kind === 'asyncgen' || kind === 'async generator') return value;
  if (/^class\b/.test(Function.prototype.toString.call(value))) return value;
  const result = (value as () => unknown)();
  if (isGenerator(result)) return new GeneratorCoroutine(result, value as unknown as Named);
  return result;
}

/** The same for whatever takes any awaitable. */
export function toAwaitable<T>(value: AwaitableOrThunk<T>): Awaitable<T> {
  return (typeof value === 'function' && !isAwaitable(value) ? toCoroutine(value) : value) as Awaitable<T>;
}

/**
 * Whether `obj` is a coroutine.
 *
 * @remarks
 * **Python.** `asyncio.iscoroutine`.
 *
 * @public
 */
export function iscoroutine(obj: unknown): obj is Coroutine<unknown> {
  return obj instanceof Coroutine;
}

/**
 * Whether `func` makes coroutines: a function that {@link coroutine} made, bound or not, or a native `async` function.
 *
 * @remarks
 * **Python.** `asyncio.iscoroutinefunction`.
 *
 * @public
 */
export function iscoroutinefunction(func: unknown): boolean {
  return (
    typeof func === 'function' &&
    (markOf(func) === 'coroutine' || kindOf(func as (...args: never[]) => unknown) === 'async')
  );
}

/** Refuses a program that can't be a coroutine, in `run` and its like. */
export function notAwaitable(): Error {
  return new TypeError('An asyncio.Future, a coroutine or an awaitable is required');
}

/** Refuses a loop where one is running. */
export function alreadyRunning(what: string): Error {
  return new RuntimeError(`${what} cannot be called from a running event loop`);
}
