/**
 * Python's way of taking arguments: positional ones, then keywords in one trailing plain object.
 *
 * A {@link Signature} is declared once per function and binds what a call brought. Its complaints are those of
 * CPython's functions written in Python.
 */
import { missing, tooMany, unexpectedKeyword } from './argument_errors.js';
import { TypeError } from './exceptions.js';
import { isPlainObject } from './repr.js';

const UNDERSCORE = 0x5f;

/** Protocols that a plain object may implement; then it is a value, not keywords. */
function isProtocolName(key: string): boolean {
  return key === 'then' || (key.charCodeAt(0) === UNDERSCORE && key.charCodeAt(1) === UNDERSCORE);
}

/**
 * Whether a value is keyword arguments: an object literal (of any realm) that is nothing else besides, such as a
 * thenable, an awaitable, a manager or an iterable.
 */
export function isKeywords(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false;
  for (const key of Object.keys(value)) if (isProtocolName(key)) return false;
  return Object.getOwnPropertySymbols(value).length === 0;
}

/** What a {@link Signature} is made of; parameters are listed in Python's order. */
export interface SignatureOptions {
  /** Parameters that can be given by position only; they come before `positional`. */
  readonly positionalOnly?: readonly string[];
  /** Parameters that can be given by position or by keyword. */
  readonly positional?: readonly string[];
  /** How many of these two kinds must be given. */
  readonly required?: number;
  /** Collects further positional arguments, as `*args` does. */
  readonly variadic?: boolean;
  /** Parameters that can be given by keyword only. */
  readonly keywordOnly?: readonly string[];
  /** Those of `keywordOnly` that must be given. */
  readonly requiredKeywords?: readonly string[];
  /** Collects further keywords, as `**kwargs` does. */
  readonly extra?: boolean;
  /** Parameters that take any value: a plain object there is the value, and keywords only past it. */
  readonly any?: readonly string[];
  /** Whether the collected positional arguments take any value: then there are no keywords at all past them. */
  readonly anyVariadic?: boolean;
  /** Whether Python's function is a method, whose `self` its complaints count. */
  readonly method?: boolean;
}

/** A function's parameters, ready to bind the arguments of calls. Made by {@link signature}. */
export class Signature {
  readonly #name: string;
  // All parameters that a position can fill, those by position only first.
  readonly #positional: readonly string[];
  readonly #positionalOnly: number;
  readonly #required: number;
  readonly #variadic: boolean;
  readonly #keywordOnly: readonly string[];
  readonly #requiredKeywords: readonly string[];
  readonly #extra: boolean;
  readonly #takesAny: readonly boolean[];
  readonly #anyVariadic: boolean;
  // 1 for a method: Python counts `self`.
  readonly #self: number;
  // Whether a call without keywords binds as it stands.
  readonly #isSimple: boolean;
  // Where in a bound list each parameter stands that a keyword can fill.
  readonly #slots: ReadonlyMap<string, number>;

  /** Takes the name that complaints give, such as `Queue.__init__`. */
  constructor(name: string, options: SignatureOptions) {
    const positionalOnly = options.positionalOnly ?? [];
    this.#name = name;
    this.#positional = [...positionalOnly, ...(options.positional ?? [])];
    this.#positionalOnly = positionalOnly.length;
    this.#required = options.required ?? 0;
    this.#variadic = options.variadic ?? false;
    this.#keywordOnly = options.keywordOnly ?? [];
    this.#requiredKeywords = options.requiredKeywords ?? [];
    this.#extra = options.extra ?? false;
    this.#takesAny = this.#positional.map((parameter) => options.any?.includes(parameter) ?? false);
    this.#anyVariadic = options.anyVariadic ?? false;
    this.#self = options.method === true ? 1 : 0;
    this.#isSimple = !this.#variadic && !this.#extra && this.#requiredKeywords.length === 0;
    const slots = new Map<string, number>();
    this.#positional.forEach((parameter, index) => {
      if (index >= this.#positionalOnly) slots.set(parameter, index);
    });
    const first = this.#positional.length + (this.#variadic ? 1 : 0);
    this.#keywordOnly.forEach((parameter, index) => slots.set(parameter, first + index));
    this.#slots = slots;
  }

  /**
   * The values of all parameters in order, `undefined` for those that weren't given: first what positions can fill,
   * then the array of further positional arguments (if `variadic`), what only keywords can fill, the further keywords
   * (if `extra`). May return `args` itself.
   *
   * @param args - What the function was called with.
   */
  bind(args: readonly unknown[]): readonly unknown[] {
    const count = args.length;
    const last = count === 0 ? undefined : args[count - 1];
    if (typeof last === 'object' && last !== null && this.#allowsKeywords(count - 1) && isKeywords(last)) {
      return this.#bindSlowly(args, count - 1, last);
    }
    if (this.#isSimple && count >= this.#required && count <= this.#positional.length) return args;
    // An `undefined` where keywords could stand is keywords that weren't given: options that someone passed on.
    const isAbsent = last === undefined && count > this.#positional.length && this.#allowsKeywords(count - 1);
    return this.#bindSlowly(args, isAbsent ? count - 1 : count, null);
  }

  /** Whether the argument at that position may be keywords, because no parameter there takes it for a value. */
  #allowsKeywords(index: number): boolean {
    return index < this.#positional.length ? this.#takesAny[index] !== true : !this.#anyVariadic;
  }

  #bindSlowly(given: readonly unknown[], count: number, keywords: Record<string, unknown> | null): unknown[] {
    const maximum = this.#positional.length;
    const bound: unknown[] = [];
    for (let index = 0; index < maximum; index++) bound.push(index < count ? given[index] : undefined);
    if (this.#variadic) bound.push(count > maximum ? given.slice(maximum, count) : []);
    const width = bound.length + this.#keywordOnly.length;
    while (bound.length < width) bound.push(undefined);
    if (this.#extra) bound.push({});
    if (keywords !== null) this.#fill(bound, keywords);
    if (count > maximum && !this.#variadic) throw this.#tooMany(count, keywords);
    if (count < this.#required || this.#requiredKeywords.length > 0) this.#checkRequired(count, keywords);
    return bound;
  }

  #fill(bound: unknown[], keywords: Record<string, unknown>): void {
    for (const keyword of Object.keys(keywords)) {
      const value = keywords[keyword];
      const slot = this.#slots.get(keyword);
      if (slot === undefined) {
        if (!this.#extra) throw this.#unknownKeyword(keyword, keywords);
        (bound[bound.length - 1] as Record<string, unknown>)[keyword] = value;
      } else if (value !== undefined) {
        if (bound[slot] !== undefined) {
          throw new TypeError(`${this.#name}() got multiple values for argument '${keyword}'`);
        }
        bound[slot] = value;
      }
    }
  }

  #unknownKeyword(keyword: string, keywords: Record<string, unknown>): TypeError {
    const misplaced = this.#positional.slice(0, this.#positionalOnly).filter((name) => Object.hasOwn(keywords, name));
    if (misplaced.length > 0) {
      const names = misplaced.join(', ');
      return new TypeError(
        `${this.#name}() got some positional-only arguments passed as keyword arguments: '${names}'`,
      );
    }
    const candidates = this.#self === 1 ? ['self', ...this.#slots.keys()] : [...this.#slots.keys()];
    return new TypeError(unexpectedKeyword(this.#name, keyword, candidates));
  }

  #tooMany(given: number, keywords: Record<string, unknown> | null): TypeError {
    const givenKeywordOnly = this.#keywordOnly.filter((name) => keywords?.[name] !== undefined).length;
    const self = this.#self;
    const maximum = this.#positional.length;
    return new TypeError(tooMany(this.#name, this.#required + self, maximum + self, given + self, givenKeywordOnly));
  }

  #checkRequired(given: number, keywords: Record<string, unknown> | null): void {
    const isAbsent = (name: string): boolean => keywords === null || !Object.hasOwn(keywords, name);
    const absent = this.#positional
      .slice(given, this.#required)
      .filter((name, index) => given + index < this.#positionalOnly || isAbsent(name));
    if (absent.length > 0) throw new TypeError(missing(this.#name, 'positional', absent));
    const absentKeywords = this.#requiredKeywords.filter(isAbsent);
    if (absentKeywords.length > 0) throw new TypeError(missing(this.#name, 'keyword-only', absentKeywords));
  }
}

/**
 * Declares a function's parameters.
 *
 * @param name - The name that complaints give: `wait_for`, `Queue.__init__`.
 * @param options - The parameters.
 */
export function signature(name: string, options: SignatureOptions): Signature {
  return new Signature(name, options);
}

/** Declares a method that takes one argument, by position or by keyword. */
export function oneArgument(name: string, parameter: string): Signature {
  return new Signature(name, { positional: [parameter], required: 1, method: true });
}
