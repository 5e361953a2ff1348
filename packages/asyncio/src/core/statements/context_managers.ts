/** The protocols of context managers, Python's two and JavaScript's two, behind one: enter, then leave. */
import { notCallable } from '../../builtins/argument_errors.js';
import { TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import type { Awaitable, Gen } from '../common/awaitable.js';
import { await_, isAwaitable } from '../futures/awaiting.js';
import { doneAtOnce } from './at_once.js';
import { Immediate, type Delegate } from './bodies.js';
import { Coroutine } from '../coroutines/coroutines.js';

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
 * A manager of any kind. What the methods give is to be delegated to with `yield*`, which spares a generator for each,
 * or has the value already.
 */
export interface Manager {
  /** Whether its protocol is JavaScript's, which knows of no exception. */
  readonly disposes: boolean;
  /** Evaluates to the value for the body. */
  enter(): Delegate<unknown>;
  /** Evaluates to whether the exception is suppressed. */
  leave(type: unknown, exception: unknown): Delegate<unknown>;
}

type Method = (...args: unknown[]) => unknown;

/** What an object may have that is a manager. */
interface Methods {
  readonly __aenter__?: unknown;
  readonly __aexit__?: unknown;
  readonly __enter__?: unknown;
  readonly __exit__?: unknown;
  readonly [Symbol.asyncDispose]?: unknown;
  readonly [Symbol.dispose]?: unknown;
}

const NO_METHODS: Methods = {};

function methodsOf(manager: unknown): Methods {
  return manager ?? NO_METHODS;
}

function callable(method: unknown): Method {
  if (typeof method !== 'function') throw new TypeError(notCallable(method));
  return method as Method;
}

function awaited(result: unknown, method: string): Delegate<unknown> {
  if (result instanceof Coroutine) return result as Coroutine<unknown>;
  if (isAwaitable(result)) return await_(result);
  throw new TypeError(
    `'async with' received an object from ${method} that does not implement __await__: ${typeName(result)}`,
  );
}

/** Python's asynchronous protocol. */
class Asynchronous implements Manager {
  readonly disposes: boolean = false;
  readonly #manager: unknown;
  readonly #enter: unknown;
  readonly #exit: unknown;

  constructor(manager: unknown, enter: unknown, exit: unknown) {
    this.#manager = manager;
    this.#enter = enter;
    this.#exit = exit;
  }

  enter(): Delegate<unknown> {
    const enter = callable(this.#enter);
    return doneAtOnce(enter, this.#manager, null) ?? awaited(enter.call(this.#manager), '__aenter__');
  }

  leave(type: unknown, exception: unknown): Delegate<unknown> {
    const exit = callable(this.#exit);
    return (
      doneAtOnce(exit, this.#manager, exception) ??
      awaited(exit.call(this.#manager, type, exception, null), '__aexit__')
    );
  }
}

/** Python's synchronous protocol. */
class Synchronous implements Manager {
  readonly disposes: boolean = false;
  readonly #manager: unknown;
  readonly #enter: unknown;
  readonly #exit: unknown;

  constructor(manager: unknown, enter: unknown, exit: unknown) {
    this.#manager = manager;
    this.#enter = enter;
    this.#exit = exit;
  }

  enter(): Delegate<unknown> {
    return new Immediate(callable(this.#enter).call(this.#manager));
  }

  leave(type: unknown, exception: unknown): Delegate<unknown> {
    return new Immediate(callable(this.#exit).call(this.#manager, type, exception, null));
  }
}

/** JavaScript's protocols, which know of no exception. */
class Disposing implements Manager {
  readonly disposes: boolean = true;
  readonly #manager: unknown;
  readonly #dispose: unknown;

  constructor(manager: unknown, dispose: unknown) {
    this.#manager = manager;
    this.#dispose = dispose;
  }

  enter(): Delegate<unknown> {
    return new Immediate(this.#manager);
  }

  *leave(): Gen<boolean> {
    const result = this.dispose();
    if (isAwaitable(result)) yield* await_(result);
    return false;
  }

  protected dispose(): unknown {
    return callable(this.#dispose).call(this.#manager);
  }
}

/** What `using` takes in JavaScript: nobody waits for what disposal gives. */
class DisposingNow extends Disposing {
  // eslint-disable-next-line require-yield -- as the others
  override *leave(): Gen<boolean> {
    this.dispose();
    return false;
  }
}

/** A manager that is entered without waiting: what JavaScript's `using` takes, else Python's `with`. */
export function synchronousManagerOf(manager: unknown): Manager {
  const methods = methodsOf(manager);
  const dispose = methods[Symbol.dispose];
  if (dispose !== undefined && dispose !== null) return new DisposingNow(manager, dispose);
  const exit = methods.__exit__;
  const enter = methods.__enter__;
  if (enter !== undefined && exit !== undefined) return new Synchronous(manager, enter, exit);
  throw new TypeError(
    `'${typeName(manager)}' object does not support the context manager protocol, nor has it [Symbol.dispose]`,
  );
}

/** The protocol that an object has. */
export function managerOf(manager: unknown): Manager {
  const methods = methodsOf(manager);
  const aexit = methods.__aexit__;
  const aenter = methods.__aenter__;
  if (aenter !== undefined && aexit !== undefined) return new Asynchronous(manager, aenter, aexit);
  if (aenter !== undefined || aexit !== undefined) throw unsupported(manager, aexit === undefined);
  const exit = methods.__exit__;
  const enter = methods.__enter__;
  if (enter !== undefined && exit !== undefined) return new Synchronous(manager, enter, exit);
  const dispose = methods[Symbol.asyncDispose] ?? methods[Symbol.dispose];
  if (dispose === undefined) throw unsupported(manager, true);
  return new Disposing(manager, dispose);
}

function unsupported(manager: unknown, missesExit: boolean): Error {
  const missing = missesExit ? '__aexit__' : '__aenter__';
  return new TypeError(
    `'${typeName(manager)}' object does not support the asynchronous context manager protocol (missed ${missing} method)`,
  );
}
