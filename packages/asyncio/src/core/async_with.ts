/** `async_with` and `enter`: asynchronous context managers. */
import { RuntimeError, TypeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import type { Awaitable, Gen } from './awaitable.js';
import { callBody, type Body, type BodyOptions } from './bodies.js';
import { awaiting, isAwaitable } from './coroutine_functions.js';
import { GeneratorCoroutine, type Coroutine } from './coroutines.js';

/** Python's protocol of asynchronous context managers. @public */
export interface AsyncContextManager<T> {
  /** Enters; the result is what the body gets. */
  __aenter__(): Awaitable<T>;
  /** Leaves, told of the body's exception; a true result suppresses it. */
  __aexit__(exc_type: unknown, exc: unknown, tb: unknown): Awaitable<unknown>;
}

/** Whatever `async_with` can enter: Python's protocol, asynchronous or not, or JavaScript's disposables. @public */
export type AnyContextManager<T> =
  | AsyncContextManager<T>
  | { __enter__(): T; __exit__(exc_type: unknown, exc: unknown, tb: unknown): unknown }
  | (T & AsyncDisposable)
  | (T & Disposable);

/**
 * The mark of managers that need the body's exception, such as task groups: JavaScript's own disposal can't give it to
 * them, so `enter` refuses them.
 */
export const NEEDS_EXCEPTION: unique symbol = Symbol.for('asyncio-ts.needs_exception') as never;

/** A manager, entered: how it is left. */
interface Entered {
  readonly value: unknown;
  leave(type: unknown, exception: unknown): Gen<unknown>;
}

type Method = (...args: unknown[]) => unknown;

function method(value: unknown, name: string | symbol): Method | null {
  if (value === null || value === undefined) return null;
  const found = (value as Record<string | symbol, unknown>)[name];
  return typeof found === 'function' ? (found as Method) : null;
}

function* settle(result: unknown): Gen<unknown> {
  return isAwaitable(result) ? yield* awaiting(result) : result;
}

function* enterManager(manager: unknown): Gen<Entered> {
  const aexit = method(manager, '__aexit__');
  const aenter = method(manager, '__aenter__');
  if (aenter !== null && aexit !== null) {
    return {
      value: yield* settle(aenter.call(manager)),
      *leave(type, exception) {
        return yield* settle(aexit.call(manager, type, exception, null));
      },
    };
  }
  if (aenter !== null) throw unsupported(manager, '__aexit__');
  const exit = method(manager, '__exit__');
  const enterSync = method(manager, '__enter__');
  if (enterSync !== null && exit !== null) {
    return {
      value: enterSync.call(manager),
      // eslint-disable-next-line require-yield -- the synchronous protocol waits for nothing
      *leave(type, exception) {
        return exit.call(manager, type, exception, null);
      },
    };
  }
  const dispose = method(manager, Symbol.asyncDispose) ?? method(manager, Symbol.dispose);
  if (dispose === null) throw unsupported(manager, '__aenter__');
  return {
    value: manager,
    *leave() {
      yield* settle(dispose.call(manager));
      return false;
    },
  };
}

function unsupported(manager: unknown, missing: string): Error {
  return new TypeError(
    `'${typeName(manager)}' object does not support the asynchronous context manager protocol (missed ${missing} method)`,
  );
}

function* enterAll(
  managers: readonly unknown[],
  values: unknown[],
  run: (values: unknown[]) => Gen<unknown>,
): Gen<unknown> {
  if (values.length === managers.length) return yield* run(values);
  const entered = yield* enterManager(managers[values.length]);
  let result: unknown;
  try {
    result = yield* enterAll(managers, [...values, entered.value], run);
  } catch (error) {
    const type = (error as { constructor?: unknown } | null)?.constructor ?? null;
    if (Boolean(yield* entered.leave(type, error))) return null;
    throw error;
  }
  yield* entered.leave(null, null);
  return result;
}

const ASYNC_WITH = { name: 'async_with' };
const ENTER = { name: 'enter' };

/** The value that a manager gives to the body. @public */
export type EnteredValue<M> = M extends AsyncContextManager<infer T> ? T : M extends { __enter__(): infer T } ? T : M;

/**
 * Enters a manager, runs the body with what it gives, and leaves the manager, whatever happens. Several managers are
 * entered in order, and left in the opposite order.
 *
 * @remarks
 * **Python.** `async with manager as x:`. The manager sees the body's exception and may suppress or replace it.
 *
 * **Cancellation.** Reaches the body, which is left through the manager.
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * const manager = {
 *   __aenter__: asyncio.coroutine(async () => { seen.push('enter'); return 7; }),
 *   __aexit__: asyncio.coroutine(async () => { seen.push('exit'); }),
 * };
 * const main = asyncio.coroutine(async () => {
 *   return await asyncio.async_with(manager, async (x) => { seen.push('body'); return x; });
 * });
 * [await asyncio.run(main()), seen]; // => [7, ['enter', 'body', 'exit']]
 * ```
 *
 * @param manager - A manager, or an array of managers.
 * @param body - A generator function or an `async` function; for an array it gets a value for each.
 * @param options - `this_`: the body's `this`.
 * @returns What the body returns, or null if the manager suppressed the body's exception.
 * @throws TypeError if it isn't a manager.
 * @public
 */
export function async_with<M extends readonly AnyContextManager<unknown>[], R>(
  manager: readonly [...M],
  body: Body<EnteredValues<M>, R>,
  options?: BodyOptions,
): Coroutine<R | null>;
export function async_with<M extends AnyContextManager<unknown>, R>(
  manager: M,
  body: Body<[EnteredValue<M>], R>,
  options?: BodyOptions,
): Coroutine<R | null>;
export function async_with(
  manager: unknown,
  body: Body<unknown[], unknown>,
  options?: BodyOptions,
): Coroutine<unknown> {
  const managers = Array.isArray(manager) ? (manager as unknown[]) : [manager];
  const run = (values: unknown[]): Gen<unknown> => callBody(body, options?.this_, values);
  return new GeneratorCoroutine(enterAll(managers, [], run), ASYNC_WITH);
}

/** The values that several managers give to the body. @public */
export type EnteredValues<M extends readonly unknown[]> = {
  -readonly [K in keyof M]: EnteredValue<M[K]>;
} extends infer V extends unknown[]
  ? V
  : never;

/** What {@link enter} gives: it leaves the manager when `await using` disposes of it. @public */
export interface EnteredManager<T> extends AsyncDisposable {
  /** What the manager gave. */
  readonly value: T;
}

class Disposal<T> implements EnteredManager<T> {
  readonly value: T;
  readonly #entered: Entered;

  constructor(entered: Entered) {
    this.value = entered.value as T;
    this.#entered = entered;
  }

  [Symbol.asyncDispose](): Coroutine<void> {
    return new GeneratorCoroutine(this.#leave(), { name: '__aexit__' });
  }

  *#leave(): Gen<void> {
    yield* this.#entered.leave(null, null);
  }
}

function* enterForUsing<T>(manager: unknown): Gen<EnteredManager<T>> {
  if (manager !== null && typeof manager === 'object' && NEEDS_EXCEPTION in manager) {
    throw new RuntimeError(
      `${typeName(manager)} has to see the exception of its body, which 'await using' can't show it in uncompiled code; ` +
        'use await asyncio.async_with(manager, async () => { … })',
    );
  }
  return new Disposal<T>(yield* enterManager(manager));
}

/**
 * Enters a manager for `await using`: `await using lock_ = await asyncio.enter(lock)`.
 *
 * @remarks
 * **Python.** `async with`, for managers that needn't see the body's exception; the others are refused.
 *
 * @param manager - The manager.
 * @returns An object that leaves the manager when it is disposed of; its `value` is what the manager gave.
 * @throws RuntimeError for a manager that has to see the body's exception.
 * @public
 */
export function enter<M extends AnyContextManager<unknown>>(manager: M): Coroutine<EnteredManager<EnteredValue<M>>> {
  return new GeneratorCoroutine(enterForUsing<EnteredValue<M>>(manager), ENTER);
}
