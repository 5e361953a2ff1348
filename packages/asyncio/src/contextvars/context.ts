/**
 * Context variables: values that belong to a task, not to a thread or a module.
 *
 * A variable is a key; its values are in contexts. The current context is entered by whoever runs code in it: the loop
 * for each handle and task step, {@link Context.run} for the rest. Nothing here needs the host.
 */
import { notCallable } from '../builtins/argument_errors.js';
import { LookupError, KeyError, RuntimeError, TypeError, ValueError } from '../builtins/exceptions.js';
import { address, defineHidden, installRepr, isPlainObject, repr } from '../builtins/repr.js';
import { type ContextState, enterContext, exitContext, type Missing, sharedState } from './state.js';
import { MISSING, Storage } from './storage.js';

/** The slot that says which context is current. @internal */
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the slot holds nothing but contexts
export const contextState: ContextState<Context> = sharedState as ContextState<Context>;

/** A variable's number is kept in two parts, as the storage wants it; the lower one is below this. */
const LOW_LIMIT = 2 ** 30;

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

/** The keywords of {@link ContextVar}'s constructor. @public */
export interface ContextVarOptions<T> {
  /** What {@link ContextVar.get} returns where the variable has no value. */
  readonly default: T;
}

/**
 * A variable whose value belongs to the current context.
 *
 * Make variables once, at the top of a module: a context that has a value for one keeps both alive.
 *
 * @remarks
 * **Python.** `contextvars.ContextVar`; `ContextVar('x', default=1)` is `new ContextVar('x', { default: 1 })`.
 *
 * @example
 * ```ts
 * const depth = new asyncio.contextvars.ContextVar('depth', { default: 0 });
 * const token = depth.set(depth.get() + 1);
 * depth.get(); // => 1
 * depth.reset(token);
 * depth.get(); // => 0
 * ```
 * @public
 */
export class ContextVar<T> {
  /** Its name, for reprs only. */
  readonly name: string;
  /** @internal */ readonly _low: number;
  /** @internal */ readonly _high: number;
  /** MISSING if there is none. */
  readonly #default: T | Missing;

  /**
   * @param name - Its name, for reprs only.
   * @param keywords - `default`: what {@link ContextVar.get} returns where the variable has no value.
   */
  constructor(name: string, keywords?: ContextVarOptions<T> | null) {
    // eslint-disable-next-line prefer-rest-params -- counts what was given
    if (new.target !== ContextVar || arguments.length !== 1) checkConstruction(new.target, arguments);
    if (typeof name !== 'string') throw new TypeError('context variable name must be a str');
    this.name = name;
    this.#default = keywords != null && Object.hasOwn(keywords, 'default') ? keywords.default : MISSING;
    const number = contextState.variables++;
    this._low = number % LOW_LIMIT;
    this._high = Math.floor(number / LOW_LIMIT);
    if (contextState.made !== null) contextState.made(this);
  }

  /**
   * The value in the current context; without one `fallback`, without that the variable's default.
   *
   * @param fallback - Takes precedence over the variable's default.
   * @throws LookupError if there is no value and no default.
   */
  get(): T;
  get<D>(fallback: D): T | D;
  get(fallback?: unknown): unknown {
    const value = (contextState.current ?? currentContext())._lookUp(this);
    if (value !== MISSING) return value;

    return this.#missing(arguments.length, fallback);
  }

  /**
   * Gives the variable a value in the current context.
   *
   * @param value - The value.
   * @returns A token for {@link ContextVar.reset}.
   */
  set(value: T): Token<T> {
    if (arguments.length !== 1) throw oneArgument('set', arguments.length);
    const context = contextState.current ?? currentContext();
    const old = context._replace(this, value);
    return new Token<T>(context, this, old as T | Missing);
  }

  /**
   * Puts back the value that the variable had before the `set` that returned `token`.
   *
   * @param token - Each can be used once, in the context it was made in.
   * @throws RuntimeError if the token has been used, ValueError if it was made by another variable or in another
   * context.
   */
  reset(token: Token<T>): void {
    if (arguments.length !== 1) throw oneArgument('reset', arguments.length);
    if (!(token instanceof Token)) throw new TypeError(`expected an instance of Token, got ${repr(token)}`);
    if (token._used) throw new RuntimeError(`${repr(token)} has already been used once`);
    if (token.var !== this) throw new ValueError(`${repr(token)} was created by a different ContextVar`);
    const context = contextState.current ?? currentContext();
    if (token._context !== context) throw new ValueError(`${repr(token)} was created in a different Context`);
    token._used = true;
    if (token.old_value === MISSING) context._delete(this);
    else context._replace(this, token.old_value);
  }

  /** Python's text of it. */
  __repr__(): string {
    const fallback = this.#default === MISSING ? '' : ` default=${repr(this.#default)}`;
    return `<ContextVar name=${repr(this.name)}${fallback} at ${address(this)}>`;
  }

  #missing(given: number, fallback: unknown): unknown {
    if (given > 1) throw new TypeError(`get expected at most 1 argument, got ${String(given)}`);
    if (given === 1) return fallback;
    if (this.#default === MISSING) throw new LookupError(this);
    return this.#default;
  }
}

/**
 * What {@link ContextVar.set} returns: the way back to the value before.
 *
 * @remarks
 * **Python.** `contextvars.Token`, since 3.14 also a context manager: `with var.set(1):` is
 * `using token = var.set(1);`.
 *
 * @example
 * ```ts
 * const level = new asyncio.contextvars.ContextVar('level', { default: 'info' });
 * function quiet() {
 *   using token = level.set('error');
 *   return level.get();
 * }
 * quiet(); // => 'error'
 * level.get(); // => 'info'
 * ```
 * @public
 */
export class Token<T> {
  /** {@link Token.old_value} of a token whose variable had no value before. */
  static readonly MISSING: Missing = MISSING;

  /** The variable. */
  readonly var: ContextVar<T>;
  /** The value before, {@link Token.MISSING} if there was none. */
  readonly old_value: T | Missing;
  /** @internal */ readonly _context: Context;
  /** @internal */ _used: boolean = false;

  /** @internal */
  constructor(context: Context, variable: ContextVar<T>, old_value: T | Missing) {
    if (context === undefined) throw new RuntimeError('Tokens can only be created by ContextVars');
    this.var = variable;
    this.old_value = old_value;
    this._context = context;
  }

  /** Python's `with var.set(value) as token`. */
  __enter__(): this {
    return this;
  }

  /** Resets the variable. */
  __exit__(type: unknown, val: unknown, tb: unknown): void {
    void [type, val, tb];
    this.var.reset(this);
  }

  /** Resets the variable: `using token = var.set(value)`. */
  [Symbol.dispose](): void {
    this.var.reset(this);
  }

  /** Python's text of it. */
  __repr__(): string {
    return `<Token${this._used ? ' used' : ''} var=${repr(this.var)} at ${address(this)}>`;
  }
}

for (const type of [Context, ContextVar, Token]) {
  installRepr(type);
  defineHidden(type, '__module__', '_contextvars');
}

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

function checkKey(key: unknown): ContextVar<unknown> {
  if (!(key instanceof ContextVar)) throw new TypeError(`a ContextVar key was expected, got ${repr(key)}`);
  return key as ContextVar<unknown>;
}

function checkConstruction(target: unknown, given: ArrayLike<unknown>): void {
  if (target !== ContextVar) throw notABaseType('ContextVar');
  const keywords = given[given.length - 1];
  const named = given.length > 1 && isPlainObject(keywords) ? Object.keys(keywords) : [];
  const absent = given.length > 1 && keywords == null ? 1 : 0;
  const positional = given.length - absent - (named.length > 0 || isPlainObject(keywords) ? 1 : 0);
  if (positional + named.length > 2) {
    throw new TypeError(`ContextVar() takes at most 2 arguments (${String(positional + named.length)} given)`);
  }
  if (positional === 0) throw new TypeError('ContextVar() takes exactly 1 positional argument (0 given)');
  if (positional > 1) {
    throw new TypeError(`ContextVar() takes at most 1 positional argument (${String(positional)} given)`);
  }
  const unknown = named.find((name) => name !== 'default');
  if (unknown !== undefined) {
    throw new TypeError(`ContextVar() got an unexpected keyword argument ${repr(unknown)}`);
  }
}

function notABaseType(name: string): Error {
  return new TypeError(`type '_contextvars.${name}' is not an acceptable base type`);
}

function oneArgument(name: string, given: number): Error {
  return new TypeError(`ContextVar.${name}() takes exactly one argument (${String(given)} given)`);
}

function noCallable(given: number, value: unknown): Error {
  return new TypeError(given === 0 ? 'run() missing 1 required positional argument' : notCallable(value));
}
