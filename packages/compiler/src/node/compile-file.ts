/** From the text of a file to JavaScript that Node can run. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type * as PluginUtilities from '@rollup/pluginutils';
import type { CompilerOptions } from '../compile.js';
import { EVERYTHING, treatmentOfFiles, type FilterMaker } from '../files.js';
import { isInstalled } from '../ids.js';
import { transformProgram, type ProgramOptions, type TransformResult } from '../transform.js';
import { erasedFile, runsHere } from './erase.js';
import { parseFile, type Format, type Parsed } from './formats.js';
import { scopeOf } from './scopes.js';
import { combine, withMap } from './source-maps.js';
import { mayBeAsync, needsStripping } from './needs.js';
import { strip } from './strip.js';

const require = createRequire(import.meta.url);

const createFilter: FilterMaker = (...patterns) =>
  (require('@rollup/pluginutils') as typeof PluginUtilities).createFilter(...patterns);

/** JavaScript, and as what it is to be run. @public */
export interface Runnable {
  /** The code, with its source map at its end. */
  readonly code: string;
  /** Whether it is a module or a script of CommonJS. */
  readonly format: Format;
}

/**
 * Turns the text of a file into runnable JavaScript; null if the text can run as it is. A script of CommonJS may get a
 * line more at its top.
 *
 * @public
 */
export type FileCompiler = (source: string, file: string, firstLine?: string) => Runnable | null;

/**
 * Gives a function that turns the text of a file into runnable JavaScript: compiles it, takes out its types and joins
 * the source maps. Without `include` all files outside of `node_modules` are compiled.
 *
 * @public
 */
export function fileCompiler(options: CompilerOptions = {}): FileCompiler {
  const treatmentOf = treatmentOfFiles({ ...options, include: options.include ?? EVERYTHING }, createFilter);
  return (source, file, firstLine = '') => {
    const treatment = treatmentOf(file);
    if (treatment === 'none' && isInstalled(file)) return null;
    const strips = needsStripping(file);
    const mayCompile = treatment !== 'none' && mayBeAsync(source) && !isOurs(file);
    if (!strips && !mayCompile) return null;
    const parsed = parseFile(file, source);
    const whole = { ...options, filename: file, directive: treatment === 'directive' };
    const result = strips
      ? stripped(source, parsed, whole, mayCompile)
      : transformProgram(source, parsed.program, whole);
    if (result === null) return null;
    return { code: finished(result, file, parsed.format === 'commonjs' ? firstLine : ''), format: parsed.format };
  };
}

/** Most programs have nothing but types to take out, which takes no other program, and moves nothing. */
function stripped(source: string, parsed: Parsed, options: ProgramOptions, mayCompile: boolean): TransformResult {
  const { program, format } = parsed;
  const erased = erasedFile(source, parsed, options.filename);
  if (erased !== null) {
    const result = transformProgram(source, program, { ...options, erased, compiles: mayCompile });
    if (result !== null && runsHere(result.code)) return result;
  }
  // The compiler comes first, since it has to see what is asynchronous.
  const compiled = mayCompile ? transformProgram(source, program, options) : null;
  const { code, map } = strip(compiled?.code ?? source, options.filename, format);
  return { code, map: compiled === null ? map : combine(map, compiled.map) };
}

/** A stack is to name the file, wherever it was started from. A line at the top moves all others down by one. */
function finished({ code, map }: TransformResult, file: string, firstLine: string): string {
  const sources = [pathToFileURL(file).href];
  if (firstLine === '') return withMap(code, { ...map, sources });
  const [directive = ''] = /^["']use strict["'];/.exec(code) ?? [];
  return withMap(`${directive}${firstLine}\n${code}`, { ...map, sources, mappings: `;${map.mappings}` });
}

/** The library must not be compiled where it is linked into a project instead of installed. */
function isOurs(file: string): boolean {
  const { name } = scopeOf(file);
  return typeof name === 'string' && /^(?:@asyncio-ts\/|asyncio-ts$)/.test(name);
}
