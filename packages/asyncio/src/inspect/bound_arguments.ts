/** `BoundArguments`: a call's arguments, sorted to the parameters of a signature. */
import { installRepr, repr, reprTuple } from '../builtins/repr.js';
import { equal } from './equality.js';
import { _empty } from './parameter.js';
import { VAR_KEYWORD, VAR_POSITIONAL, isPositional } from './parameter_kinds.js';
import type { Signature } from './signature.js';

/** Defines an entry of a dict, under any name. */
export function setEntry(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * What {@link Signature.bind} returns: which parameter gets which value.
 *
 * A call with these arguments is `fn(...bound.args, bound.kwargs)`.
 *
 * @remarks
 * **Python.** `inspect.BoundArguments`. `arguments` may be changed; `args` and `kwargs` follow it.
 *
 * @example
 * ```ts
 * const bound = asyncio.inspect.signature((a, b = 2, { c } = {}) => a + b + c).bind(1, { c: 3 });
 * bound.arguments; // => { a: 1, c: 3 }
 * bound.apply_defaults();
 * bound.args; // => [1, 2]
 * bound.kwargs; // => { c: 3 }
 * ```
 *
 * @public
 */
export class BoundArguments {
  /** The values that were given, by their parameters' names, in the parameters' order. */
  arguments: Record<string, unknown>;
  readonly #signature: Signature;

  /** Takes the signature and the values. */
  constructor(signature: Signature, arguments_: Record<string, unknown>) {
    this.#signature = signature;
    this.arguments = arguments_;
  }

  /** The signature that was bound. */
  get signature(): Signature {
    return this.#signature;
  }

  /** The values to give by position, up to the first parameter that got none. */
  get args(): unknown[] {
    const args: unknown[] = [];
    for (const { name, kind } of this.#parameters()) {
      if (!Object.hasOwn(this.arguments, name)) break;
      const value = this.arguments[name];
      if (kind === VAR_POSITIONAL) args.push(...(value as Iterable<unknown>));
      else if (isPositional(kind)) args.push(value);
      else break;
    }
    return args;
  }

  /** The values to give by keyword: those of keyword-only parameters, and all behind one that got none. */
  get kwargs(): Record<string, unknown> {
    const kwargs: Record<string, unknown> = {};
    let byPosition = true;
    for (const { name, kind } of this.#parameters()) {
      const isGiven = Object.hasOwn(this.arguments, name);
      byPosition &&= isGiven && (isPositional(kind) || kind === VAR_POSITIONAL);
      if (byPosition || !isGiven) continue;
      const value = this.arguments[name];
      const entries = kind === VAR_KEYWORD ? Object.entries(value as object) : [[name, value] as const];
      for (const [key, entry] of entries) setEntry(kwargs, key, entry);
    }
    return kwargs;
  }

  /** Gives the parameters that got no value their defaults, `[]` for `...args` and `{}` for the rest of the keywords. */
  apply_defaults(): void {
    const complete: Record<string, unknown> = {};
    for (const parameter of this.#parameters()) {
      const { name, kind } = parameter;
      if (Object.hasOwn(this.arguments, name)) setEntry(complete, name, this.arguments[name]);
      else if (parameter.default !== _empty) setEntry(complete, name, parameter.default);
      else if (kind === VAR_POSITIONAL) setEntry(complete, name, []);
      else if (kind === VAR_KEYWORD) setEntry(complete, name, {});
    }
    this.arguments = complete;
  }

  /** Whether the signatures and all values are equal. */
  __eq__(other: unknown): boolean {
    return (
      other instanceof BoundArguments &&
      equal(this.#signature, other.#signature) &&
      equal(this.arguments, other.arguments)
    );
  }

  /** Python's text, such as `<BoundArguments (a=1, c=3)>`. */
  __repr__(): string {
    const values = Object.entries(this.arguments).map(([name, value]) => {
      const isTuple = this.#signature.parameters[name]?.kind === VAR_POSITIONAL && Array.isArray(value);
      return `${name}=${isTuple ? reprTuple(value) : repr(value)}`;
    });
    return `<${this.constructor.name} (${values.join(', ')})>`;
  }

  #parameters(): readonly Signature['parameters'][string][] {
    return Object.values(this.#signature.parameters);
  }
}

installRepr(BoundArguments);
