/** Keywords of functions whose options are one object. */
import { TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';

/** Refuses keywords that a function doesn't know, as Python does. */
export function checkKeywords(name: string, options: object | undefined, known: readonly string[]): void {
  for (const key of Object.keys(options ?? {})) {
    if (!known.includes(key)) throw new TypeError(`${name}() got an unexpected keyword argument ${repr(key)}`);
  }
}
