/** TypeScript to JavaScript, one file at a time, by esbuild. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type * as Esbuild from 'esbuild';
import type * as GetTsconfig from 'get-tsconfig';
import type { SourceMap } from '../transform.js';
import type { Format } from './formats.js';

// Both are loaded when the first file needs them: a program in JavaScript never does.
const require = createRequire(import.meta.url);
const settings = new Map<string, Esbuild.TsconfigRaw>();

/** Takes out the types, and turns what stands for code (enums, decorators, JSX) into code. */
export function strip(
  source: string,
  file: string,
  format: Format,
): { readonly code: string; readonly map: SourceMap } {
  const { transformSync } = require('esbuild') as typeof Esbuild;
  const { code, map } = transformSync(source, {
    loader: loaderFor(file),
    format: format === 'module' ? 'esm' : 'cjs',
    target: `node${process.versions.node}`,
    platform: 'node',
    sourcefile: file,
    sourcemap: 'external',
    tsconfigRaw: settingsFor(file),
    logLevel: 'silent',
  });
  return { code, map: JSON.parse(map) as SourceMap };
}

function loaderFor(file: string): 'ts' | 'tsx' | 'jsx' {
  if (file.endsWith('.tsx')) return 'tsx';
  return /\.[cm]?ts$/.test(file) ? 'ts' : 'jsx';
}

/** What the nearest `tsconfig.json` of a file says, with all that it extends. */
export function settingsFor(file: string): Esbuild.TsconfigRaw {
  const folder = dirname(file);
  let known = settings.get(folder);
  if (known === undefined) {
    const { getTsconfig } = require('get-tsconfig') as typeof GetTsconfig;
    const { compilerOptions = {} } = getTsconfig(folder)?.config ?? {};
    known = { compilerOptions };
    settings.set(folder, known);
  }
  return known;
}
