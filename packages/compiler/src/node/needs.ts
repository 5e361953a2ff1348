/** What can be told about a file before the compiler is loaded, which takes longer than many a program runs. */
import type { CompilerOptions } from '../compile.js';
import { isInstalled } from '../ids.js';

/** Whether a file has what only TypeScript or JSX allows. */
export function needsStripping(file: string): boolean {
  return /\.(?:[cm]?ts|[jt]sx)$/.test(file);
}

/** Whether a text has anything that the compiler rewrites. */
export function mayBeAsync(source: string): boolean {
  return /\basync\b/.test(source);
}

/** Whether a file is of no interest, whatever is in it. */
export function isForeign(file: string, { include }: CompilerOptions): boolean {
  return isInstalled(file) && !String(include).includes('node_modules');
}
