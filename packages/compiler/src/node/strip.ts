/** TypeScript to JavaScript, one file at a time, by esbuild. */
import { createRequire } from 'node:module';
import type * as Esbuild from 'esbuild';
import type { SourceMap } from '../transform.js';
import type { Format } from './formats.js';
import { settingsFor } from './settings.js';

// It is loaded when the first file needs it.
const require = createRequire(import.meta.url);

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
    tsconfigRaw: { compilerOptions: settingsFor(file) },
    logLevel: 'silent',
  });
  return { code, map: JSON.parse(map) as SourceMap };
}

function loaderFor(file: string): 'ts' | 'tsx' | 'jsx' {
  if (file.endsWith('.tsx')) return 'tsx';
  return /\.[cm]?ts$/.test(file) ? 'ts' : 'jsx';
}
