/** The five ways in which a parameter takes its arguments. */
import { ValueError } from '../builtins/exceptions.js';
import { installRepr, repr } from '../builtins/repr.js';

/**
 * The way in which a parameter takes arguments: `Parameter.POSITIONAL_ONLY` and its four siblings.
 *
 * @remarks
 * **Python.** A member of an `IntEnum`: it compares and sorts as its number, and reads as its name.
 *
 * @example
 * ```ts
 * const [parameter] = Object.values(asyncio.inspect.signature((...args: number[]) => args).parameters);
 * parameter?.kind === asyncio.inspect.Parameter.VAR_POSITIONAL; // => true
 * String(parameter?.kind); // => 'VAR_POSITIONAL'
 * ```
 *
 * @public
 */
export class ParameterKind {
  /** The name, such as `KEYWORD_ONLY`. */
  readonly name: string;
  /** The number, in the order in which parameters must stand. */
  readonly value: number;
  /** The name in plain words, such as `keyword-only`. */
  readonly description: string;

  /** @internal */
  constructor(name: string, value: number, description: string) {
    this.name = name;
    this.value = value;
    this.description = description;
  }

  /** The number, so that kinds can be compared by `<`. */
  valueOf(): number {
    return this.value;
  }

  /** Python's text, such as `<_ParameterKind.KEYWORD_ONLY: 3>`. */
  __repr__(): string {
    return `<_ParameterKind.${this.name}: ${String(this.value)}>`;
  }

  /** The name. */
  toString(): string {
    return this.name;
  }

  /** The name. */
  __str__(): string {
    return this.name;
  }
}

installRepr(ParameterKind);

export const POSITIONAL_ONLY: ParameterKind = new ParameterKind('POSITIONAL_ONLY', 0, 'positional-only');
export const POSITIONAL_OR_KEYWORD: ParameterKind = new ParameterKind(
  'POSITIONAL_OR_KEYWORD',
  1,
  'positional or keyword',
);
export const VAR_POSITIONAL: ParameterKind = new ParameterKind('VAR_POSITIONAL', 2, 'variadic positional');
export const KEYWORD_ONLY: ParameterKind = new ParameterKind('KEYWORD_ONLY', 3, 'keyword-only');
export const VAR_KEYWORD: ParameterKind = new ParameterKind('VAR_KEYWORD', 4, 'variadic keyword');

const KINDS = [POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD];

/** The kind that a kind or its number means. */
export function toKind(kind: unknown): ParameterKind {
  const byNumber = typeof kind === 'number' || typeof kind === 'boolean';
  const found = byNumber ? KINDS[Number(kind)] : KINDS.find((candidate) => candidate === kind);
  if (found === undefined) throw new ValueError(`value ${repr(kind)} is not a valid Parameter.kind`);
  return found;
}

/** Whether its arguments can be given by position, each for itself. */
export function isPositional(kind: ParameterKind): boolean {
  return kind === POSITIONAL_ONLY || kind === POSITIONAL_OR_KEYWORD;
}

/** Whether it takes all arguments that are left. */
export function isVariadic(kind: ParameterKind): boolean {
  return kind === VAR_POSITIONAL || kind === VAR_KEYWORD;
}
