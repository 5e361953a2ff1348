/** The source text of functions and classes. */
import { OSError, TypeError } from '../builtins/exceptions.js';
import { repr, typeName } from '../builtins/repr.js';
import { isNative, isclass, ismethod, ismodule, sourceText } from './types.js';
import { unwrap } from './unwrap.js';

/**
 * The source text of a function or class.
 *
 * Wrappers are followed to the function inside. The text begins with the first word of the function and ends with its
 * last, with the indentation of the file in the lines between.
 *
 * @remarks
 * **Python.** `inspect.getsource`, which gives whole lines, the text around the function included. It is the code that
 * runs: after a build step, the code that this step wrote.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => 1);
 * asyncio.inspect.getsource(main); // => 'async () => 1'
 * ```
 *
 * @throws {@link OSError} if the host doesn't give the text: of modules and bound functions.
 * @throws {@link TypeError} for functions of the host, and for what is no function, class or module.
 * @public
 */
export function getsource(object: unknown): string {
  if (ismodule(object)) throw new OSError('could not get source code');
  const target = unwrap(object);
  if (typeof target !== 'function') throw noSource(typeName(target));
  if (!isNative(target)) return sourceText(target);
  if (isclass(target)) throw new TypeError(`${repr(target)} is a built-in class`);
  if (ismethod(target)) throw new OSError('could not get source code');
  throw noSource('builtin_function_or_method');
}

function noSource(type: string): Error {
  return new TypeError(`module, class, method, function, traceback, frame, or code object was expected, got ${type}`);
}
