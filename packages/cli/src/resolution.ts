/** Where `asyncio-ts` is found: the program's own copy, or, where it has none, the one that this package has. */
import { createRequire } from 'node:module';

const IS_OURS = /^asyncio-ts(?:\/|$)/;

const NOT_FOUND: readonly unknown[] = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND'];

/** Whether a program that failed to find a module meant the library. */
export function mayBeOwnCopy(specifier: string, error: unknown): boolean {
  return IS_OURS.test(specifier) && NOT_FOUND.includes((error as { readonly code?: unknown } | null)?.code);
}

/** From where this package sees the library. */
export const OWN_PLACE: string = import.meta.url;

/** The file of the library's own copy, for `require`. */
export const ownFile = (specifier: string): string => createRequire(OWN_PLACE).resolve(specifier);

/** A program that stands in no file. */
export interface TextProgram {
  /** Its name, the URL of a file that isn't there. */
  readonly url: string;
  /** It as JavaScript. */
  readonly code: string;
}
