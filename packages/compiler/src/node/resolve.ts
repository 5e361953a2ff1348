/** What a specifier means where programs are written in TypeScript: `./a.js` means `./a.ts` if that is there. */
import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isInstalled } from '../ids.js';

/** What an extension stands for. */
const STANDS_FOR: Record<string, readonly string[]> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** What a name without an extension stands for. */
const WITHOUT_EXTENSION: readonly string[] = ['.ts', '.tsx', '/index.ts', '/index.tsx'];

/** The URL of the TypeScript file that a specifier in a file means; null if it means none. */
export function typescriptFor(specifier: string, parent: string | undefined): string | null {
  if (parent === undefined || isInstalled(parent)) return null;
  const [, name = specifier, extension = '', query = ''] = /^(.*?)(\.[cm]?jsx?)?(\?.*)?$/.exec(specifier) ?? [];
  const base = baseOf(name, parent);
  if (base === null) return null;
  const candidates = STANDS_FOR[extension] ?? (isFile(base) ? [] : WITHOUT_EXTENSION);
  const found = candidates.find((candidate) => isFile(base + candidate));
  return found === undefined ? null : pathToFileURL(realpathSync(base + found)).href + query;
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** The path of a file beside the file that names it, without its extension; null if it is no file's name. */
function baseOf(name: string, parent: string): string | null {
  if (name.startsWith('file:')) return fileURLToPath(name);
  if (isAbsolute(name)) return name;
  if (!/^\.\.?\//.test(name)) return null;
  return parent.startsWith('file:') ? fileURLToPath(new URL(name, parent)) : resolve(dirname(parent), name);
}
