/** The parameters of functions and classes, as a signature lists them. */
import { ValueError } from '../builtins/exceptions.js';
import { isPlainObject, repr } from '../builtins/repr.js';
import { annotationsOf } from './annotations.js';
import { Parameter, _empty } from './parameter.js';
import * as kinds from './parameter_kinds.js';
import {
  constructorParameters,
  functionParameters,
  type Binding,
  type Expression,
  type SourceParameter,
} from './source_parameters.js';
import { valueOf } from './source_values.js';
import { isIdentifier } from './tokens.js';
import { isNative, isclass, sourceText, type AnyFunction } from './types.js';

/** What a signature of a callable is made of. */
export interface CallableShape {
  readonly parameters: readonly Parameter[];
  readonly returnAnnotation: unknown;
}

type ObjectBinding = Extract<Binding, { type: 'object' }>;

/**
 * The parameters of a function or class and what it returns.
 *
 * @param callable - A function or class.
 * @param format - One of the numbers of `annotationlib.Format`.
 * @param evaluate - Python's `eval_str`.
 */
export function shapeOf(callable: AnyFunction, format: unknown, evaluate: boolean): CallableShape {
  const annotations = annotationsOf(callable, format, evaluate);
  // The annotations of a class are those of its attributes, in Python.
  const own = isclass(callable) ? new Map<string, unknown>() : annotations;
  const written = writtenParameters(callable);
  return { parameters: toParameters(written, own), returnAnnotation: own.has('return') ? own.get('return') : _empty };
}

function writtenParameters(callable: AnyFunction): SourceParameter[] {
  if (isclass(callable)) return classParameters(callable);
  if (isNative(callable)) throw new ValueError(`no signature found for builtin ${repr(callable)}`);
  return functionParameters(sourceText(callable));
}

/** Those of the nearest constructor: the class's own, or that of what it extends. */
function classParameters(cls: object): SourceParameter[] {
  for (let current: object | null = cls; typeof current === 'function'; current = Reflect.getPrototypeOf(current)) {
    const isClassItself = isclass(current);
    if (isNative(current)) {
      if (isClassItself) throw new ValueError(`no signature found for builtin type ${repr(cls)}`);
      return [];
    }
    const own = isClassItself ? constructorParameters(sourceText(current)) : functionParameters(sourceText(current));
    if (own !== null) return own;
  }
  return [];
}

function toParameters(written: readonly SourceParameter[], annotations: ReadonlyMap<string, unknown>): Parameter[] {
  const last = written[written.length - 1];
  const keywords = last !== undefined && isKeywordPattern(last, written) ? last.binding : null;
  const positional = keywords === null ? written : written.slice(0, -1);
  const lastPattern = positional.findLastIndex(({ binding, rest }) => binding.type !== 'name' && !rest);
  const annotationOf = (name: string): unknown => (annotations.has(name) ? annotations.get(name) : _empty);
  const make = (name: string, kind: kinds.ParameterKind, fallback: unknown): Parameter =>
    new Parameter(name, kind, { default: fallback, annotation: annotationOf(name) });

  const parameters = positional.map(({ binding, rest, fallback }, index) => {
    const name = binding.type === 'name' ? binding.name : `implicit${String(index)}`;
    const alone = index <= lastPattern ? kinds.POSITIONAL_ONLY : kinds.POSITIONAL_OR_KEYWORD;
    return make(name, rest ? kinds.VAR_POSITIONAL : alone, defaultOf(fallback));
  });
  if (keywords === null) return parameters;
  const whole = defaultOf(last?.fallback ?? null);
  for (const { key, fallback } of keywords.properties) {
    const name = key ?? '';
    parameters.push(
      make(name, kinds.KEYWORD_ONLY, fallback === null ? defaultInside(whole, name) : defaultOf(fallback)),
    );
  }
  if (keywords.rest !== null) parameters.push(make(keywords.rest, kinds.VAR_KEYWORD, _empty));
  return parameters;
}

function defaultOf(fallback: Expression | null): unknown {
  return fallback === null ? _empty : valueOf(fallback);
}

/** The default of a property that has none of its own: if the whole object may be left out, so may each property. */
function defaultInside(whole: unknown, name: string): unknown {
  if (whole === _empty) return _empty;
  return isPlainObject(whole) && Object.hasOwn(whole, name) ? (whole[name] ?? null) : null;
}

/** Whether the last parameter takes keyword arguments: an object pattern whose keys can all be parameters' names. */
function isKeywordPattern(
  parameter: SourceParameter,
  all: readonly SourceParameter[],
): parameter is SourceParameter & { readonly binding: ObjectBinding } {
  const { binding, rest } = parameter;
  if (binding.type !== 'object' || rest) return false;
  const names = all.flatMap((other) => (other.binding.type === 'name' ? [other.binding.name] : []));
  for (const { key } of binding.properties) {
    if (key === null || !isIdentifier(key)) return false;
    names.push(key);
  }
  if (binding.rest !== null) names.push(binding.rest);
  return new Set(names).size === names.length;
}
