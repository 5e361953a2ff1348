/** The variables themselves, and the tokens that lead back to what they were. */
import { LookupError, RuntimeError, TypeError, ValueError } from '../builtins/exceptions.js';
import { address, defineHidden, installRepr, isPlainObject, repr } from '../builtins/repr.js';
import { remove, replace } from './changes.js';
import { type Context, contextState, currentContext, notABaseType } from './context.js';
import type { Missing } from './state.js';
import { MISSING } from './storage.js';

/** A variable's number is kept in two parts, as the storage wants it; the lower one is below this. */
const LOW_LIMIT = 2 ** 30;

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
    const old = replace(context, this, value);
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
    if (token.old_value === MISSING) remove(context, this);
    else replace(context, this, token.old_value);
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

for (const type of [ContextVar, Token]) {
  installRepr(type);
  defineHidden(type, '__module__', '_contextvars');
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

function oneArgument(name: string, given: number): Error {
  return new TypeError(`ContextVar.${name}() takes exactly one argument (${String(given)} given)`);
}
