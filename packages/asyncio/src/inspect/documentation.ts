/** Documentation strings: `__doc__`, as Python's. */
import { signature } from '../builtins/arguments.js';
import { AttributeError } from '../builtins/exceptions.js';
import { typeName } from '../builtins/repr.js';
import { markOf } from '../core/common/function_kinds.js';
import { isObject } from './brands.js';
import { findDescriptor, isAccessor, isclass } from './types.js';

const TAB_SIZE = 8;
const CLEANDOC = signature('cleandoc(doc)');

/**
 * The documentation of an object: its `__doc__`, with the indentation of the source taken out.
 *
 * Comments are no part of a program, so a JSDoc comment can't be found; a class says it with `static __doc__ = '…'`, a
 * function with a property. A class without documentation has that of its base; a function that {@link coroutine} made
 * has that of the function inside; a property, as {@link getattr_static} gives it, that of its getter.
 *
 * @remarks
 * **Python.** `inspect.getdoc`. A method doesn't know the class it belongs to, so it can't take over the documentation
 * of the method that it overrides.
 *
 * @example
 * ```ts
 * class Reader {
 *   static __doc__ = `Reads lines.
 *
 *     One at a time.
 *   `;
 * }
 * asyncio.inspect.getdoc(Reader); // => 'Reads lines.\n\nOne at a time.'
 * asyncio.inspect.getdoc(class LineReader extends Reader {}); // => 'Reads lines.\n\nOne at a time.'
 * ```
 *
 * @returns The text, or null if there is none.
 * @public
 */
export function getdoc(object: unknown): string | null {
  const documentation = findDocumentation(object);
  return typeof documentation === 'string' ? cleandoc(documentation) : null;
}

interface Documented {
  readonly __doc__?: unknown;
  readonly __wrapped__?: unknown;
}

function findDocumentation(object: unknown): unknown {
  if (!isObject(object)) return null;
  const { __doc__ } = object as Documented;
  if (__doc__ !== undefined && __doc__ !== null) return __doc__;
  if (typeof object === 'function') {
    // Our decorators make of a function what `async def` makes of it: the documentation is the function's.
    return markOf(object) !== undefined ? findDocumentation((object as Documented).__wrapped__) : null;
  }
  if (isAccessor(object)) return findDocumentation((object as PropertyDescriptor).get);
  const constructor: unknown = findDescriptor(object, 'constructor')?.value;
  // An instance has its class's own documentation, not that of a base: Python takes that over for the class only.
  return isclass(constructor) && Object.hasOwn(constructor, '__doc__') ? (constructor as Documented).__doc__ : null;
}

/**
 * Takes the indentation of the source out of a documentation string, and the blank lines at both ends.
 *
 * The first line begins where its quotation mark stood, so it counts for itself; the margin is that of the others.
 *
 * @remarks
 * **Python.** `inspect.cleandoc`.
 *
 * @example
 * ```ts
 * asyncio.inspect.cleandoc('Title\n\n    text\n      more\n  '); // => 'Title\n\ntext\n  more'
 * ```
 *
 * @throws {@link AttributeError} if this is no string.
 * @public
 */
export function cleandoc(doc: string | { readonly doc: string }): string;
export function cleandoc(...args: unknown[]): string {
  const [doc] = CLEANDOC.bind(args);
  if (typeof doc !== 'string') throw new AttributeError(`'${typeName(doc)}' object has no attribute 'expandtabs'`);
  const lines = expandTabs(doc).split('\n');
  const [first = '', ...others] = lines;
  const indents = others.filter((line) => /[^ ]/.test(line)).map((line) => line.search(/[^ ]/));
  const margin = Math.min(...indents);
  const cleaned = [
    first.replace(/^ +/, ''),
    ...others.map((line) => (Number.isFinite(margin) ? line.slice(margin) : line)),
  ];
  const begin = cleaned.findIndex((line) => line !== '');
  if (begin === -1) return '';
  return cleaned.slice(begin, cleaned.findLastIndex((line) => line !== '') + 1).join('\n');
}

function expandTabs(text: string): string {
  let column = 0;
  let expanded = '';
  for (const character of text) {
    if (character === '\t') {
      const width = TAB_SIZE - (column % TAB_SIZE);
      expanded += ' '.repeat(width);
      column += width;
      continue;
    }
    expanded += character;
    column = character === '\n' || character === '\r' ? 0 : column + 1;
  }
  return expanded;
}
