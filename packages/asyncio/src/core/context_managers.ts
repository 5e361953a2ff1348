/** The protocols of context managers, Python's two and JavaScript's two, behind one: enter, then leave. */
import { TypeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import type { Awaitable, Gen } from './awaitable.js';
import { await_, isAwaitable } from './awaiting.js';

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

/** A manager, entered: how it is left. */
export interface Entered {
  readonly value: unknown;
  leave(type: unknown, exception: unknown): Gen<unknown>;
}

type Method = (...args: unknown[]) => unknown;

function attribute(manager: unknown, name: string | symbol): unknown {
  return manager === null || manager === undefined ? undefined : (manager as Record<string | symbol, unknown>)[name];
}

function call(method: unknown, manager: unknown, ...args: unknown[]): unknown {
  if (typeof method !== 'function') throw new TypeError(`'${typeName(method)}' object is not callable`);
  return (method as Method).apply(manager, args);
}

function* awaited(result: unknown, method: string): Gen<unknown> {
  if (!isAwaitable(result)) {
    throw new TypeError(
      `'async with' received an object from ${method} that does not implement __await__: ${typeName(result)}`,
    );
  }
  return yield* await_(result);
}

/** Python's asynchronous protocol. */
class AsynchronousExit implements Entered {
  readonly value: unknown;
  readonly #manager: unknown;
  readonly #exit: unknown;

  constructor(value: unknown, manager: unknown, exit: unknown) {
    this.value = value;
    this.#manager = manager;
    this.#exit = exit;
  }

  *leave(type: unknown, exception: unknown): Gen<unknown> {
    return yield* awaited(call(this.#exit, this.#manager, type, exception, null), '__aexit__');
  }
}

/** Python's synchronous protocol. */
class SynchronousExit implements Entered {
  readonly value: unknown;
  readonly #manager: unknown;
  readonly #exit: unknown;

  constructor(value: unknown, manager: unknown, exit: unknown) {
    this.value = value;
    this.#manager = manager;
    this.#exit = exit;
  }

  // eslint-disable-next-line require-yield -- the synchronous protocol waits for nothing
  *leave(type: unknown, exception: unknown): Gen<unknown> {
    return call(this.#exit, this.#manager, type, exception, null);
  }
}

/** JavaScript's protocols, which know of no exception. */
class Disposal implements Entered {
  readonly value: unknown;
  readonly #dispose: unknown;

  constructor(value: unknown, dispose: unknown) {
    this.value = value;
    this.#dispose = dispose;
  }

  *leave(): Gen<unknown> {
    const result = call(this.#dispose, this.value);
    if (isAwaitable(result)) yield* await_(result);
    return false;
  }
}

/** Enters a manager of any kind. */
export function* enterManager(manager: unknown): Gen<Entered> {
  const aexit = attribute(manager, '__aexit__');
  const aenter = attribute(manager, '__aenter__');
  if (aenter !== undefined && aexit !== undefined) {
    return new AsynchronousExit(yield* awaited(call(aenter, manager), '__aenter__'), manager, aexit);
  }
  if (aenter !== undefined || aexit !== undefined) throw unsupported(manager, aexit === undefined);
  const exit = attribute(manager, '__exit__');
  const enter = attribute(manager, '__enter__');
  if (enter !== undefined && exit !== undefined) return new SynchronousExit(call(enter, manager), manager, exit);
  const dispose = attribute(manager, Symbol.asyncDispose) ?? attribute(manager, Symbol.dispose);
  if (dispose === undefined) throw unsupported(manager, true);
  return new Disposal(manager, dispose);
}

function unsupported(manager: unknown, missesExit: boolean): Error {
  const missing = missesExit ? '__aexit__' : '__aenter__';
  return new TypeError(
    `'${typeName(manager)}' object does not support the asynchronous context manager protocol (missed ${missing} method)`,
  );
}
