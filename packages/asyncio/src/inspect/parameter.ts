/** `Parameter`: one parameter of a signature. */
import { signature } from '../builtins/arguments.js';
import { TypeError, ValueError } from '../builtins/exceptions.js';
import { defineHidden, installRepr, repr, typeName } from '../builtins/repr.js';
import { formatAnnotation } from './annotations.js';
import { equal } from './equality.js';
import * as kinds from './parameter_kinds.js';
import { type ParameterKind, isVariadic, toKind } from './parameter_kinds.js';
import { isIdentifier } from './tokens.js';

/**
 * Stands where a parameter has no default or annotation, since `null` may be either: {@link Parameter.empty}.
 *
 * @remarks
 * **Python.** The class `inspect._empty`, which is only compared, never instantiated.
 *
 * @example
 * ```ts
 * const [parameter] = Object.values(asyncio.inspect.signature((x: number) => x).parameters);
 * parameter?.default === asyncio.inspect.Parameter.empty; // => true
 * ```
 *
 * @public
 */
// eslint-disable-next-line @typescript-eslint/naming-convention, @typescript-eslint/no-extraneous-class -- Python's name; a class that is its own meaning
export class _empty {}

defineHidden(_empty, '__module__', 'inspect');
Object.defineProperty(_empty, 'name', { value: '_empty' });

/** The keyword arguments of {@link Parameter}. @public */
export interface ParameterKeywords {
  /** The default value; {@link Parameter.empty} for none. */
  readonly default?: unknown;
  /** The annotation; {@link Parameter.empty} for none. */
  readonly annotation?: unknown;
}

/** All arguments of {@link Parameter} by keyword. @public */
export interface ParameterInit extends ParameterKeywords {
  /** An identifier. */
  readonly name: string;
  /** A kind, or its number. */
  readonly kind: ParameterKind | number;
}

/** The keyword arguments of {@link Parameter.replace}. @public */
export interface ParameterReplacements extends ParameterKeywords {
  /** The new name. */
  readonly name?: string;
  /** The new kind. */
  readonly kind?: ParameterKind | number;
}

const INIT = signature('Parameter.__init__(self, name, kind, *, default, annotation)');
const REPLACE = signature('Parameter.replace(self, *, name, kind, annotation, default)');

const IMPLICIT = /^\.\d+$/;
/** The words that JavaScript lets no parameter be called by; but the keys of an object may be called anything. */
const RESERVED = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if import in instanceof new null return super switch this throw true try typeof var void while with'
  ).split(' '),
);

/** The name as it is kept, after Python's checks. */
function checkName(name: unknown, kind: ParameterKind): string {
  if (name === _empty) throw new ValueError('name is a required attribute for Parameter');
  if (typeof name !== 'string') throw new TypeError(`name must be a str, not a ${typeName(name)}`);
  if (IMPLICIT.test(name)) {
    if (kind === kinds.POSITIONAL_OR_KEYWORD) return `implicit${name.slice(1)}`;
    throw new ValueError(
      `implicit arguments must be passed as positional or keyword arguments, not ${kind.description}`,
    );
  }
  const mayBeReserved = kind === kinds.POSITIONAL_ONLY || kind === kinds.KEYWORD_ONLY;
  if (!isIdentifier(name) || (RESERVED.has(name) && !mayBeReserved)) {
    throw new ValueError(`${repr(name)} is not a valid parameter name`);
  }
  return name;
}

/**
 * One parameter of a {@link Signature}: its name, its kind, its default and its annotation.
 *
 * Of a function of JavaScript the kinds are: `POSITIONAL_OR_KEYWORD` for `a` and `a = 1`; `VAR_POSITIONAL` for
 * `...args`; for a pattern that takes an object apart at the end, `{ b, c = 1, ...rest }`, `KEYWORD_ONLY` for each
 * property and `VAR_KEYWORD` for the rest, since a trailing object is how keyword arguments are given here;
 * `POSITIONAL_ONLY` for any other pattern, which has no name of its own and is called `implicit0` by its position, and
 * for all before it.
 *
 * A default that is a literal is given as its value, `undefined` as null; any other is a {@link SourceExpression}.
 *
 * @remarks
 * **Python.** `inspect.Parameter`. It can't be changed; `replace` makes a copy.
 *
 * @example
 * ```ts
 * const { Parameter } = asyncio.inspect;
 * const parameter = new Parameter('timeout', Parameter.KEYWORD_ONLY, { default: null, annotation: Number });
 * String(parameter); // => 'timeout: Number = None'
 * parameter.replace({ default: Parameter.empty }).default === Parameter.empty; // => true
 * ```
 *
 * @public
 */
export class Parameter {
  /** Given by position only. */
  static readonly POSITIONAL_ONLY: ParameterKind = kinds.POSITIONAL_ONLY;
  /** Given by position or by keyword. */
  static readonly POSITIONAL_OR_KEYWORD: ParameterKind = kinds.POSITIONAL_OR_KEYWORD;
  /** Takes the positional arguments that are left: `...args`. */
  static readonly VAR_POSITIONAL: ParameterKind = kinds.VAR_POSITIONAL;
  /** Given by keyword only. */
  static readonly KEYWORD_ONLY: ParameterKind = kinds.KEYWORD_ONLY;
  /** Takes the keywords that are left: `{ ...rest }`. */
  static readonly VAR_KEYWORD: ParameterKind = kinds.VAR_KEYWORD;
  /** Says that there is no default or no annotation. */
  static readonly empty: typeof _empty = _empty;

  readonly #name: string;
  readonly #kind: ParameterKind;
  readonly #default: unknown;
  readonly #annotation: unknown;

  /**
   * Makes a parameter.
   *
   * @param name - An identifier.
   * @param kind - A kind, or its number.
   * @param keywords - `default` and `annotation`.
   * @throws {@link ValueError} if the name is no identifier, or a variadic parameter is given a default.
   */
  constructor(name: string, kind: ParameterKind | number, keywords?: ParameterKeywords);
  constructor(name: string, keywords: Omit<ParameterInit, 'name'>);
  constructor(keywords: ParameterInit);
  constructor(...args: unknown[]) {
    const [name, kind, fallback = _empty, annotation = _empty] = INIT.bind(args);
    this.#kind = toKind(kind);
    if (fallback !== _empty && isVariadic(this.#kind)) {
      throw new ValueError(`${this.#kind.description} parameters cannot have default values`);
    }
    this.#default = fallback;
    this.#annotation = annotation;
    this.#name = checkName(name, this.#kind);
    // Python's kind and name of an implicit parameter follow from each other.
    if (this.#name !== name) this.#kind = kinds.POSITIONAL_ONLY;
  }

  /** The name. */
  get name(): string {
    return this.#name;
  }

  /** How it takes its arguments. */
  get kind(): ParameterKind {
    return this.#kind;
  }

  /** The default value, or {@link Parameter.empty}. */
  get default(): unknown {
    return this.#default;
  }

  /** The annotation, or {@link Parameter.empty}. */
  get annotation(): unknown {
    return this.#annotation;
  }

  /** The same as {@link Parameter.empty}, for `parameter.default === parameter.empty`. */
  get empty(): typeof _empty {
    return _empty;
  }

  /** The same as the static one, for `parameter.kind === parameter.POSITIONAL_ONLY`. */
  get POSITIONAL_ONLY(): ParameterKind {
    return kinds.POSITIONAL_ONLY;
  }

  /** The same as the static one. */
  get POSITIONAL_OR_KEYWORD(): ParameterKind {
    return kinds.POSITIONAL_OR_KEYWORD;
  }

  /** The same as the static one. */
  get VAR_POSITIONAL(): ParameterKind {
    return kinds.VAR_POSITIONAL;
  }

  /** The same as the static one. */
  get KEYWORD_ONLY(): ParameterKind {
    return kinds.KEYWORD_ONLY;
  }

  /** The same as the static one. */
  get VAR_KEYWORD(): ParameterKind {
    return kinds.VAR_KEYWORD;
  }

  /** A copy in which the given attributes are replaced. */
  replace(keywords?: ParameterReplacements): this;
  replace(...args: unknown[]): this {
    const [name = this.#name, kind = this.#kind, annotation = this.#annotation, fallback = this.#default] =
      REPLACE.bind(args);
    const parameterClass = this.constructor as typeof Parameter;
    return new parameterClass(name as string, kind as ParameterKind, { default: fallback, annotation }) as this;
  }

  /** Whether name, kind, default and annotation are equal. */
  __eq__(other: unknown): boolean {
    return (
      other instanceof Parameter &&
      this.#name === other.#name &&
      this.#kind === other.#kind &&
      equal(this.#default, other.#default) &&
      equal(this.#annotation, other.#annotation)
    );
  }

  /** The parameter as it stands in a signature, such as `*args` or `timeout: Number = None`. */
  __str__(): string {
    return this._format(true);
  }

  /** The same. */
  toString(): string {
    return this._format(true);
  }

  /** Python's text, such as `<Parameter "timeout=None">`. */
  __repr__(): string {
    return `<${this.constructor.name} "${this._format(true)}">`;
  }

  /** @internal */
  _format(quoteStrings: boolean): string {
    const stars = this.#kind === kinds.VAR_POSITIONAL ? '*' : this.#kind === kinds.VAR_KEYWORD ? '**' : '';
    const isAnnotated = this.#annotation !== _empty;
    const annotation = isAnnotated ? `: ${formatAnnotation(this.#annotation, quoteStrings)}` : '';
    const equals = isAnnotated ? ' = ' : '=';
    const fallback = this.#default === _empty ? '' : `${equals}${repr(this.#default)}`;
    return `${stars}${this.#name}${annotation}${fallback}`;
  }
}

installRepr(Parameter);
