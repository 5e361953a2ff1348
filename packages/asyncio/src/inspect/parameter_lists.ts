/** Lists of parameters, as they are given to a signature, and the checks that Python makes on them. */
import { AttributeError, TypeError, ValueError } from '../builtins/exceptions.js';
import { isPlainObject, repr, typeName } from '../builtins/repr.js';
import { isObject } from './brands.js';
import { Parameter, _empty } from './parameter.js';
import { POSITIONAL_ONLY, isPositional, isVariadic } from './parameter_kinds.js';

/**
 * Takes `__validate_parameters__` out of a signature's arguments. The name begins as the library's own protocols do, so
 * it isn't taken for a keyword by itself.
 */
export function splitValidation(args: readonly unknown[]): [args: readonly unknown[], validate: boolean] {
  const last = args[args.length - 1];
  if (!isPlainObject(last) || !Object.hasOwn(last, '__validate_parameters__')) return [args, true];
  const { __validate_parameters__: validate, ...keywords } = last;
  return [[...args.slice(0, -1), keywords], Boolean(validate ?? true)];
}

/** The parameters as a list. */
export function toParameters(parameters: unknown): Parameter[] {
  if (parameters === null || parameters === undefined) return [];
  if (!isObject(parameters) || !(Symbol.iterator in parameters)) {
    throw new TypeError(`'${typeName(parameters)}' object is not iterable`);
  }
  const list = [...(parameters as Iterable<unknown>)];
  for (const parameter of list) {
    if (!(parameter instanceof Parameter)) {
      throw new AttributeError(`'${typeName(parameter)}' object has no attribute 'kind'`);
    }
  }
  return list as Parameter[];
}

/** Refuses what no function could be written with. */
export function validate(parameters: readonly Parameter[]): void {
  const names = new Set<string>();
  let top = POSITIONAL_ONLY;
  let hasDefault = false;
  for (const { name, kind, default: fallback } of parameters) {
    if (kind === top && isVariadic(kind)) throw new ValueError(`more than one ${kind.description} parameter`);
    if (kind < top) {
      throw new ValueError(`wrong parameter order: ${top.description} parameter before ${kind.description} parameter`);
    }
    top = kind;
    if (isPositional(kind)) {
      if (hasDefault && fallback === _empty) throw new ValueError('non-default argument follows default argument');
      hasDefault = fallback !== _empty;
    }
    if (names.has(name)) throw new ValueError(`duplicate parameter name: ${repr(name)}`);
    names.add(name);
  }
}
