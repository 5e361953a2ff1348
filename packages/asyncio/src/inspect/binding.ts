/** Sorts the arguments of a call to the parameters of a signature. */
import { TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { type Parameter, _empty } from './parameter.js';
import { KEYWORD_ONLY, POSITIONAL_ONLY, VAR_KEYWORD, VAR_POSITIONAL, isPositional } from './parameter_kinds.js';

/** Defines an entry of a dict, under any name. */
export function setEntry(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * One call, while its arguments are being sorted. The order of the checks is CPython's, since it decides what is said.
 */
class Call {
  readonly #parameters: readonly Parameter[];
  /** The keywords that no parameter has taken yet. */
  readonly #keywords: Map<string, unknown>;
  readonly #isPartial: boolean;
  readonly #bound: Record<string, unknown> = {};
  /** The parameter that is next. */
  #next = 0;
  /** Parameters by position only that have a default, and whose names came as keywords. */
  readonly #misplaced: string[] = [];

  constructor(parameters: readonly Parameter[], keywords: Readonly<Record<string, unknown>>, isPartial: boolean) {
    this.#parameters = parameters;
    this.#keywords = new Map(Object.entries(keywords));
    this.#isPartial = isPartial;
  }

  bind(positional: readonly unknown[]): Record<string, unknown> {
    const hasMore = this.#takePositional(positional);
    if (hasMore) this.#passPositionalOnly();
    this.#takeKeywords();
    return this.#bound;
  }

  /** Hands out the positional arguments; answers whether the parameters behind them may still be positional ones. */
  #takePositional(positional: readonly unknown[]): boolean {
    for (const [index, value] of positional.entries()) {
      const parameter = this.#parameters[this.#next];
      if (parameter?.kind === VAR_POSITIONAL) {
        this.#set(parameter, positional.slice(index));
        this.#next += 1;
        return false;
      }
      if (parameter === undefined || !isPositional(parameter.kind))
        throw new TypeError('too many positional arguments');
      if (this.#keywords.has(parameter.name) && parameter.kind !== POSITIONAL_ONLY) {
        throw new TypeError(`multiple values for argument ${repr(parameter.name)}`);
      }
      this.#set(parameter, value);
      this.#next += 1;
    }
    return true;
  }

  /** Passes over parameters by position only that were named, and complains of the first that misses its argument. */
  #passPositionalOnly(): void {
    let parameter = this.#parameters[this.#next];
    for (
      ;
      parameter?.kind === POSITIONAL_ONLY && this.#keywords.has(parameter.name);
      parameter = this.#parameters[this.#next]
    ) {
      if (parameter.default === _empty) {
        throw new TypeError(`missing a required positional-only argument: ${repr(parameter.name)}`);
      }
      this.#misplaced.push(parameter.name);
      this.#next += 1;
    }
    if (parameter?.kind === KEYWORD_ONLY && this.#isMissing(parameter)) {
      throw new TypeError(`missing a required keyword-only argument: ${repr(parameter.name)}`);
    }
  }

  #takeKeywords(): void {
    let collector: Parameter | null = null;
    for (const parameter of this.#parameters.slice(this.#next)) {
      const { name, kind } = parameter;
      if (kind === VAR_KEYWORD) collector = parameter;
      else if (kind !== VAR_POSITIONAL) {
        if (this.#isMissing(parameter)) throw new TypeError(`missing a required argument: ${repr(name)}`);
        if (this.#keywords.has(name)) this.#set(parameter, this.#keywords.get(name));
        this.#keywords.delete(name);
      }
    }
    const [unknown] = this.#keywords.keys();
    if (unknown === undefined) return;
    if (collector === null) throw this.#refuse(unknown);
    this.#set(collector, Object.fromEntries(this.#keywords));
  }

  #refuse(keyword: string): Error {
    if (this.#misplaced.length === 0) return new TypeError(`got an unexpected keyword argument ${repr(keyword)}`);
    const names = repr(this.#misplaced.join(', '));
    return new TypeError(`got some positional-only arguments passed as keyword arguments: ${names}`);
  }

  #isMissing(parameter: Parameter): boolean {
    return !this.#isPartial && parameter.default === _empty && !this.#keywords.has(parameter.name);
  }

  #set(parameter: Parameter, value: unknown): void {
    setEntry(this.#bound, parameter.name, value);
  }
}

/**
 * Gives each argument to its parameter.
 *
 * @param parameters - Of the signature, in order.
 * @param positional - The arguments given by position.
 * @param keywords - Those given by keyword.
 * @param isPartial - Whether required parameters may go without.
 * @returns The values by the parameters' names, only those that were given.
 */
export function bindArguments(
  parameters: readonly Parameter[],
  positional: readonly unknown[],
  keywords: Readonly<Record<string, unknown>>,
  isPartial: boolean,
): Record<string, unknown> {
  return new Call(parameters, keywords, isPartial).bind(positional);
}
