/**
 * Context variables: values that belong to a task, not to a thread or a module.
 *
 * A variable is a key; its values are in contexts. The current context is entered by whoever runs code in it: the loop
 * for each handle and task step, {@link Context.run} for the rest. Nothing here needs the host.
 *
 * The variables stand in `context_var.ts`, with all that only they do to a context: each task has contexts, but most
 * programs in a browser have no variable.
 */
import { notCallable } from '../builtins/argument_errors.js';
import { KeyError, TypeError } from '../builtins/exceptions.js';
import { address, defineHidden, installRepr, repr } from '../builtins/repr.js';
import type { ContextVar } from './context_var.js';
import { type ContextState, enterContext, exitContext, sharedState } from './state.js';
import { MISSING, Storage } from './storage.js';

/** The slot that says which context is current. @internal */
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the slot holds nothing but contexts
export const contextState: ContextState<Context> = sharedState as ContextState<Context>;

/**
 * A mapping from context variables to values.
 *
 * A new one is empty; {@link copy_context} copies the current one, which takes the same short time however many
 * variables there are. Reading goes through the mapping protocol; variables are set by {@link ContextVar.set} while the
 * context is entered.
 *
 * @remarks
 * **Python.** `contextvars.Context`. `ctx[var]` is `ctx.__getitem__(var)`, `var in ctx` is `ctx.__contains__(var)` and
 * `len(ctx)` is `ctx.__len__()`. `keys`, `values` and `items` give iterators over the context as it is at the call.
 *
 * @example
 * ```ts
 * const { Context, ContextVar } = asyncio.contextvars;
 * const user = new ContextVar<string>('user');
 * const context = new Context();
 * context.run(() => user.set('Ada'));
 * context.__getitem__(user); // => 'Ada'
 * user.get('nobody'); // => 'nobody'
 * ```
 * @public
 */
export class Context extends Storage<ContextVar<unknown>> implements Iterable<ContextVar<unknown>> {
  /** @internal */ _previous: Context | null = null;
  /** @internal */ _entered: boolean = false;

  constructor() {
    super();
    if (new.target !== Context) throw notABaseType('Context');

    if (arguments.length > 0) throw new TypeError('Context() does not accept any arguments');
  }

  /**
   * Calls `callable` with `args` in this context: what it sets, stays here.
   *
   * @remarks
   * **Python.** `Context.run`. Only the call itself runs in the context: a coroutine that it returns runs in that of
   * its task.
   *
   * @param callable - The function.
   * @param args - Its arguments.
   * @returns What `callable` returns.
   * @throws RuntimeError if the context is entered already. Any error of `callable` passes through unchanged.
   */
  run<Args extends readonly unknown[], Result>(callable: (...args: Args) => Result, ...args: Args): Result {
    if (typeof callable !== 'function') throw noCallable(arguments.length, callable);
    // A native body is in its task's context without having entered it. It counts as entered, here and further in.
    const isOutside = contextState.current === null && contextState.unasked === null;
    const ambient = isOutside ? ambientContext() : null;
    if (ambient !== null) enterContext(ambient);
    try {
      enterContext(this);
      try {
        return callable(...args);
      } finally {
        exitContext(this);
      }
    } finally {
      if (ambient !== null) exitContext(ambient);
    }
  }

  /** A copy, which shares nothing that can be changed: Python's `ctx.copy()`. */
  copy(): Context {
    const copy = new Context();
    copy._shareWith(this);
    return copy;
  }

  /**
   * The value of `key` in this context, or `fallback` if it has none. The default of the variable isn't asked.
   *
   * @param key - The variable.
   * @param fallback - What to return if it has no value here; `null` if not given.
   */
  get<T>(key: ContextVar<T>): T | null;
  get<T, D>(key: ContextVar<T>, fallback: D): T | D;
  get(key: ContextVar<unknown>, fallback: unknown = null, ...rest: unknown[]): unknown {
    if (arguments.length === 0) throw new TypeError('get expected at least 1 argument, got 0');
    if (rest.length > 0) throw new TypeError(`get expected at most 2 arguments, got ${String(rest.length + 2)}`);
    const value = this._lookUp(checkKey(key));
    return value === MISSING ? fallback : value;
  }

  /** The variables that have a value here: Python's `ctx.keys()`. */
  keys(): IterableIterator<ContextVar<unknown>> {
    return this._pairs()
      .map(([key]) => key)
      .values();
  }

  /** The values of all variables: Python's `ctx.values()`. */
  values(): IterableIterator<unknown> {
    return this._pairs()
      .map(([, value]) => value)
      .values();
  }

  /** The variables with their values: Python's `ctx.items()`. */
  items(): IterableIterator<[ContextVar<unknown>, unknown]> {
    return this._pairs().values();
  }

  /** Python's `key in ctx`: whether the variable has a value here. */
  __contains__(key: ContextVar<unknown>): boolean {
    return this._lookUp(checkKey(key)) !== MISSING;
  }

  /** Python's `ctx[key]`; a `KeyError` if the variable has no value here. */
  __getitem__<T>(key: ContextVar<T>): T {
    const value = this._lookUp(checkKey(key));
    if (value === MISSING) throw new KeyError(key);
    return value as T;
  }

  /** Python's `iter(ctx)`: the variables. */
  __iter__(): IterableIterator<ContextVar<unknown>> {
    return this.keys();
  }

  /** Python's `len(ctx)`: how many variables have a value here. */
  __len__(): number {
    return this._count();
  }

  /** The same as {@link Context.keys}. */
  [Symbol.iterator](): IterableIterator<ContextVar<unknown>> {
    return this.keys();
  }

  /** Python's text of it. */
  __repr__(): string {
    return `<_contextvars.Context object at ${address(this)}>`;
  }
}

installRepr(Context);
defineHidden(Context, '__module__', '_contextvars');

/**
 * A copy of the current context. It takes the same short time however many variables there are.
 *
 * What is set afterwards, in the one or the other, doesn't show in the other. Tasks and callbacks are given such a copy
 * when they are made.
 *
 * @remarks
 * **Python.** `contextvars.copy_context`.
 *
 * @example
 * ```ts
 * const user = new asyncio.contextvars.ContextVar<string>('user');
 * user.set('Ada');
 * const before = asyncio.contextvars.copy_context();
 * user.set('Grace');
 * before.run(() => user.get()); // => 'Ada'
 * user.get(); // => 'Grace'
 * ```
 *
 * @public
 */
export function copy_context(): Context {
  return (contextState.current ?? currentContext()).copy();
}

/** The context that code is in right now. @internal */
export function currentContext(): Context {
  if (contextState.current !== null) return contextState.current;
  if (contextState.unasked !== null) return (contextState.current = contextState.unasked._context);
  return ambientContext() ?? (contextState.fallback ??= new Context());
}

function ambientContext(): Context | null {
  return contextState.ambient === null ? null : contextState.ambient();
}

/** A variable is known by its number, since the class is not needed to ask for one. */
function checkKey<T>(key: ContextVar<T>): ContextVar<T> {
  if (typeof (key as Partial<ContextVar<T>> | null | undefined)?._low !== 'number') {
    throw new TypeError(`a ContextVar key was expected, got ${repr(key)}`);
  }
  return key;
}

/** Refuses a subclass. @internal */
export function notABaseType(name: string): Error {
  return new TypeError(`type '_contextvars.${name}' is not an acceptable base type`);
}

function noCallable(given: number, value: unknown): Error {
  return new TypeError(given === 0 ? 'run() missing 1 required positional argument' : notCallable(value));
}
