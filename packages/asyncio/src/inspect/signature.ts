/** `Signature` and `BoundArguments`: how a callable is called, and a call that fits it. */
import { isKeywords, signature as declare } from '../builtins/arguments.js';
import { TypeError } from '../builtins/exceptions.js';
import { installRepr, repr, reprTuple } from '../builtins/repr.js';
import { formatAnnotation } from './annotations.js';
import { bindArguments, setEntry } from './binding.js';
import { isObject } from './brands.js';
import { shapeOf } from './callables.js';
import { equal } from './equality.js';
import { type Parameter, _empty } from './parameter.js';
import { KEYWORD_ONLY, POSITIONAL_ONLY, VAR_KEYWORD, VAR_POSITIONAL, isPositional } from './parameter_kinds.js';
import { splitValidation, toParameters, validate } from './parameter_lists.js';
import type { SignatureFormat, SignatureInit, SignatureKeywords, SignatureReplacements } from './signature_keywords.js';
import type { AnyFunction } from './types.js';
import { unwrap } from './unwrap.js';

const INIT = declare('Signature.__init__(self, parameters?, *, return_annotation)');
const REPLACE = declare('Signature.replace(self, *, parameters, return_annotation)');
const FORMAT = declare('Signature.format(self, *, max_width, quote_annotation_strings)');
const CALLABLE = 'obj!, *, follow_wrapped, globals, locals, eval_str, annotation_format';
const SIGNATURE = declare(`signature(${CALLABLE})`);
const FROM_CALLABLE = declare(`Signature.from_callable(self, ${CALLABLE})`);

/**
 * How a callable is called: its parameters, and the annotation of what it returns.
 *
 * @remarks
 * **Python.** `inspect.Signature`. It can't be changed; `replace` makes a copy.
 *
 * @example
 * ```ts
 * const { Parameter, Signature } = asyncio.inspect;
 * const signature = new Signature([
 *   new Parameter('a', Parameter.POSITIONAL_OR_KEYWORD),
 *   new Parameter('b', Parameter.KEYWORD_ONLY, { default: 2 }),
 * ]);
 * String(signature); // => '(a, *, b=2)'
 * asyncio.repr(signature.bind(1, { b: 3 })); // => '<BoundArguments (a=1, b=3)>'
 * ```
 *
 * @public
 */
export class Signature {
  /** Says that there is no annotation. */
  static readonly empty: typeof _empty = _empty;

  readonly #parameters: Readonly<Record<string, Parameter>>;
  readonly #returnAnnotation: unknown;

  /**
   * Makes a signature.
   *
   * @param parameters - In order.
   * @param keywords - `return_annotation`.
   * @throws {@link ValueError} if parameters of these kinds can't stand in this order, or two have the same name.
   */
  constructor(parameters?: Iterable<Parameter> | SignatureInit | null, keywords?: SignatureInit);
  constructor(...args: unknown[]) {
    const [given, validates] = splitValidation(args);
    const [list, returnAnnotation = _empty] = INIT.bind(given);
    const parameters = toParameters(list);
    if (validates) validate(parameters);
    this.#parameters = Object.freeze(Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter])));
    this.#returnAnnotation = returnAnnotation;
  }

  /**
   * The signature of a callable, as {@link signature} gives it, as an instance of the class that this is called on.
   *
   * @throws {@link NotImplementedError} if `eval_str` is set and an annotation is a string.
   */
  static from_callable(obj: unknown, keywords?: SignatureKeywords): Signature;
  static from_callable(...args: unknown[]): Signature {
    return fromCallable(this, FROM_CALLABLE.bind(args));
  }

  /** The parameters by their names, in order. */
  get parameters(): Readonly<Record<string, Parameter>> {
    return this.#parameters;
  }

  /** The annotation of what is returned, or {@link Signature.empty}. */
  get return_annotation(): unknown {
    return this.#returnAnnotation;
  }

  /** The same as {@link Signature.empty}, for `signature.return_annotation === signature.empty`. */
  get empty(): typeof _empty {
    return _empty;
  }

  /** A copy in which the given attributes are replaced. */
  replace(keywords?: SignatureReplacements): this;
  replace(...args: unknown[]): this {
    const [parameters, return_annotation = this.#returnAnnotation] = REPLACE.bind(args);
    const signatureClass = this.constructor as typeof Signature;
    // `null` means no parameters; only what wasn't given at all stays as it is.
    const list =
      parameters === undefined ? Object.values(this.#parameters) : (parameters as Iterable<Parameter> | null);
    return new signatureClass(list, { return_annotation }) as this;
  }

  /**
   * Gives each argument of a call to its parameter. A plain object at the end is keyword arguments, as everywhere; to
   * give one by position, put `{}` behind it.
   *
   * @throws {@link TypeError} if the call doesn't fit.
   */
  bind(...args: unknown[]): BoundArguments {
    return this.#bind(args, false);
  }

  /**
   * The same, but required parameters may go without.
   *
   * @throws {@link TypeError} if the call doesn't fit.
   */
  bind_partial(...args: unknown[]): BoundArguments {
    return this.#bind(args, true);
  }

  /** The text of the signature; `String(signature)` is the same without keywords. */
  format(keywords?: SignatureFormat): string;
  format(...args: unknown[]): string {
    const [maxWidth, quoteStrings = true] = FORMAT.bind(args) as [SignatureFormat['max_width'], boolean?];
    const items = this.#items(quoteStrings);
    let text = `(${items.join(', ')})`;
    if (maxWidth !== null && maxWidth !== undefined && text.length > maxWidth)
      text = `(\n    ${items.join(',\n    ')}\n)`;
    if (this.#returnAnnotation === _empty) return text;
    return `${text} -> ${formatAnnotation(this.#returnAnnotation, quoteStrings)}`;
  }

  /** Whether the parameters and annotations are equal; keyword-only parameters may stand in any order. */
  __eq__(other: unknown): boolean {
    if (!(other instanceof Signature)) return false;
    const [mine, theirs] = [Object.values(this.#parameters), Object.values(other.#parameters)];
    const ordered = (list: readonly Parameter[]): Parameter[] => list.filter(({ kind }) => kind !== KEYWORD_ONLY);
    return (
      mine.length === theirs.length &&
      equal(ordered(mine), ordered(theirs)) &&
      mine.every((parameter) => equal(parameter, other.#parameters[parameter.name])) &&
      equal(this.#returnAnnotation, other.#returnAnnotation)
    );
  }

  /** The signature as Python writes it, such as `(a, *, b=2)`. */
  __str__(): string {
    return this.format();
  }

  /** The same. */
  toString(): string {
    return this.format();
  }

  /** Python's text, such as `<Signature (a, *, b=2)>`. */
  __repr__(): string {
    return `<${this.constructor.name} ${this.format()}>`;
  }

  #bind(args: readonly unknown[], isPartial: boolean): BoundArguments {
    const last = args[args.length - 1];
    const hasKeywords = isKeywords(last);
    const positional = hasKeywords ? args.slice(0, -1) : args;
    const parameters = Object.values(this.#parameters);
    return new BoundArguments(this, bindArguments(parameters, positional, hasKeywords ? last : {}, isPartial));
  }

  /** The parameters' texts, with `/` and `*` where they have to stand. */
  #items(quoteStrings: boolean): string[] {
    const items: string[] = [];
    const parameters = Object.values(this.#parameters);
    const lastPositionalOnly = parameters.findLastIndex(({ kind }) => kind === POSITIONAL_ONLY);
    const firstKeywordOnly = parameters.findIndex(({ kind }) => kind === KEYWORD_ONLY);
    const hasStar = parameters.some(({ kind }) => kind === VAR_POSITIONAL);
    for (const [index, parameter] of parameters.entries()) {
      if (index === firstKeywordOnly && !hasStar) items.push('*');
      items.push(parameter._format(quoteStrings));
      if (index === lastPositionalOnly) items.push('/');
    }
    return items;
  }
}

installRepr(Signature);

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
 * const bound = asyncio.inspect.signature((a: number, b = 2, { c = 0 } = {}) => a + b + c).bind(1, { c: 3 });
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

  /**
   * Gives the parameters that got no value their defaults, `[]` for `...args` and `{}` for the rest of the keywords.
   */
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
      return `${name}=${isTuple ? reprTuple(value as unknown[]) : repr(value)}`;
    });
    return `<${this.constructor.name} (${values.join(', ')})>`;
  }

  /** The same. */
  toString(): string {
    return this.__repr__();
  }

  #parameters(): readonly Parameter[] {
    return Object.values(this.#signature.parameters);
  }
}

installRepr(BoundArguments);

interface Described {
  readonly __signature__?: unknown;
  readonly __call__?: unknown;
}

/** Whether the search for the function inside ends here: what brings its own signature is what is asked for. */
function bringsSignature(callable: unknown): boolean {
  return isObject(callable) && '__signature__' in callable;
}

function fromCallable(signatureClass: typeof Signature, bound: readonly unknown[]): Signature {
  const [obj, followWrapped = true, , , evaluate = false, format = 1] = bound;
  if (!isCallable(obj)) throw new TypeError(`${repr(obj)} is not a callable object`);
  const callable = followWrapped ? unwrap(obj, { stop: bringsSignature }) : obj;
  const own = isObject(callable) ? (callable as Described).__signature__ : null;
  if (own instanceof Signature) return own;
  if (own !== null && own !== undefined)
    throw new TypeError(`unexpected object ${repr(own)} in __signature__ attribute`);
  if (!isCallable(callable)) throw new TypeError(`${repr(callable)} is not a callable object`);
  // An object with Python's `__call__` is called by that.
  if (typeof callable !== 'function') return fromCallable(signatureClass, [callable.__call__, ...bound.slice(1)]);
  const { parameters, returnAnnotation } = shapeOf(callable, format, Boolean(evaluate));
  // A function of JavaScript may have a required parameter behind an optional one.
  return new signatureClass(parameters, { return_annotation: returnAnnotation, __validate_parameters__: false });
}

function isCallable(value: unknown): value is AnyFunction | { readonly __call__: AnyFunction } {
  return typeof value === 'function' || (isObject(value) && typeof (value as Described).__call__ === 'function');
}

/**
 * The signature of a function, class or other callable.
 *
 * It is read from the source text, see {@link Parameter} for how. Wrappers that {@link coroutine} and other decorators
 * made are followed to the function inside; a `__signature__` of the callable's own comes first. A class's signature is
 * that of its constructor. What a build step has done to the names of parameters shows.
 *
 * @remarks
 * **Python.** `inspect.signature`. JavaScript has no annotations; those in a function's `__annotations__` are read.
 *
 * @example
 * ```ts
 * const fetch_page = asyncio.coroutine(
 *   async (url: string, retries = 3, { timeout = null } = {}) => [url, retries, timeout],
 * );
 * String(asyncio.inspect.signature(fetch_page)); // => '(url, retries=3, *, timeout=None)'
 * ```
 *
 * @param obj - A function, a class, or an object with `__call__`.
 * @param keywords - See {@link SignatureKeywords}.
 * @throws {@link TypeError} if `obj` can't be called.
 * @throws {@link NotImplementedError} if `eval_str` is set and an annotation is a string.
 * @throws {@link ValueError} for functions of the host and bound functions, which don't tell.
 * @public
 */
export function signature(obj: unknown, keywords?: SignatureKeywords): Signature;
export function signature(...args: unknown[]): Signature {
  return fromCallable(Signature, SIGNATURE.bind(args));
}
