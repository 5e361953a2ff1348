/** Annotations: what Python writes behind a parameter's colon. JavaScript has none, but for those set by hand. */
import { NotImplementedError, ValueError } from '../builtins/exceptions.js';
import { isPlainObject, repr } from '../builtins/repr.js';
import { isclass } from './types.js';

interface Named {
  readonly __name__?: unknown;
  readonly __qualname__?: unknown;
  readonly __module__?: unknown;
  readonly name?: unknown;
}

/** How an annotation reads in a signature: a class by its name, everything else by its repr. */
export function formatAnnotation(annotation: unknown, quoteStrings: boolean): string {
  if (typeof annotation === 'string' && !quoteStrings) return annotation;
  if (!isclass(annotation)) return repr(annotation);
  const { __qualname__, name, __module__ } = annotation as Named;
  const own = typeof __qualname__ === 'string' ? __qualname__ : String(name);
  return typeof __module__ === 'string' && __module__ !== 'builtins' ? `${__module__}.${own}` : own;
}

// The numbers of Python's `annotationlib.Format`.
const VALUE = 1;
const VALUE_WITH_FAKE_GLOBALS = 2;
const FORWARDREF = 3;
const STRING = 4;

/** Refuses the formats and wishes that Python refuses. */
function checkAnnotationFormat(format: unknown, evaluate: boolean): void {
  if (![VALUE, VALUE_WITH_FAKE_GLOBALS, FORWARDREF, STRING].includes(format as number)) {
    throw new ValueError(`Unsupported format ${repr(format)}`);
  }
  if (format === VALUE_WITH_FAKE_GLOBALS) {
    throw new ValueError('The VALUE_WITH_FAKE_GLOBALS format is for internal use only');
  }
  if (evaluate && format !== VALUE) throw new ValueError('eval_str=True is only supported with format=Format.VALUE');
}

/**
 * The annotations of a function: its own `__annotations__`, an object of the parameters' names and `return`.
 *
 * @param fn - The function.
 * @param format - One of the numbers of `annotationlib.Format`.
 * @param evaluate - Python's `eval_str`: strings are to be run as code, which can't be done here.
 */
export function annotationsOf(fn: object, format: unknown, evaluate: boolean): ReadonlyMap<string, unknown> {
  checkAnnotationFormat(format, evaluate);
  const own: unknown = Object.hasOwn(fn, '__annotations__') ? Reflect.get(fn, '__annotations__') : null;
  const annotations = new Map<string, unknown>(isPlainObject(own) ? Object.entries(own) : []);
  for (const [name, annotation] of annotations) {
    if (evaluate && typeof annotation === 'string') {
      throw new NotImplementedError(
        `the annotation ${repr(annotation)} can't be evaluated: JavaScript has no access to the names of another module`,
      );
    }
    if (format === STRING) annotations.set(name, formatAnnotation(annotation, false));
  }
  return annotations;
}
