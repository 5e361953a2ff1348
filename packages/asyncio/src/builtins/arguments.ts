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

/**
 * Refuses keywords other than those. So do CPython's functions that are written in C: they suggest none that might have
 * been meant.
 */
export function refuseOthers(callable: string, keywords: object | undefined, ...known: readonly string[]): void {
  for (const key in keywords) {
    if (!known.includes(key)) throw new TypeError(`${callable}() got an unexpected keyword argument '${key}'`);
  }
}

/** A function's parameters, ready to bind the arguments of calls. Made by {@link signature}. */
export class Signature {
  // What is left to read; most functions are never called, so it is read at the first call.
  #text: string | null;
  #name = '';
  // All parameters that a position can fill, those by position only first.
  readonly #positional: string[] = [];
  #positionalOnly = 0;
  #required = 0;
  #variadic = false;
  readonly #keywordOnly: string[] = [];
  #extra = false;
  readonly #takesAny: boolean[] = [];
  #anyVariadic = false;
  // 1 for a method: Python counts `self`.
  #self = 0;
  // Whether a call without keywords binds as it stands.
  #isSimple = true;
  // Where in a bound list each parameter stands that a keyword can fill.
  readonly #slots = new Map<string, number>();

  /** Takes what {@link signature} takes. */
  constructor(text: string) {
    this.#text = text;
  }

  #read(text: string): void {
    this.#text = null;
    const open = text.indexOf('(');
    this.#name = text.slice(0, open);
    let isAfterStar = false;
    for (const [, stars, name = '', mark = ''] of text.slice(open).matchAll(/(\**)(\w*)([?!/]*)[,)]/g)) {
      if (stars === '**') this.#extra = true;
      else if (stars === '*') {
        isAfterStar = true;
        this.#variadic = name !== '';
        this.#anyVariadic = mark === '!';
      } else if (isAfterStar) this.#keywordOnly.push(name);
      else if (mark === '/') this.#positionalOnly = this.#positional.length;
      else if (name === 'self') this.#self = 1;
      else if (name !== '') {
        this.#positional.push(name);
        this.#takesAny.push(mark.endsWith('!'));
        if (!mark.startsWith('?')) this.#required += 1;
      }
    }
    this.#isSimple = !this.#variadic && !this.#extra;
    this.#positional.forEach((parameter, index) => {
      if (index >= this.#positionalOnly) this.#slots.set(parameter, index);
    });
    const first = this.#positional.length + (this.#variadic ? 1 : 0);
    this.#keywordOnly.forEach((parameter, index) => this.#slots.set(parameter, first + index));
  }

  /**
   * The values of all parameters in order, `undefined` for those that weren't given: first what positions can fill,
   * then the array of further positional arguments (of `*args`), what only keywords can fill, the further keywords
   * (of `**kwargs`). May return `args` itself.
   *
   * @param args - What the function was called with.
   */
  bind(args: readonly unknown[]): readonly unknown[] {
    if (this.#text !== null) this.#read(this.#text);
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
    if (count < this.#required) this.#checkRequired(count, keywords);
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
    if (absent.length > 0) throw new TypeError(missing(this.#name, absent));
  }
}

/**
 * Declares a function's parameters: `sleep(delay, result?!)`, `Runner.run(self, coro, *, context)`.
 *
 * The text is the name that complaints give, and the parameters as Python writes them: by position only before `/`, by
 * keyword only after `*` or `*args`, any other keyword in `**kwargs`; `self` makes it a method. A `?` marks what can be
 * left out; after the star all can. A `!` marks what takes any value: a plain object there is the value, and keywords
 * only past it; past `*args!` there are no keywords at all.
 */
export function signature(text: string): Signature {
  return new Signature(text);
}
