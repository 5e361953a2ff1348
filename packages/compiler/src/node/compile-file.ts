/** From the text of a file to JavaScript that Node can run. */
import { pathToFileURL } from 'node:url';
import { compileFiles, type CompilerOptions } from '../compile.js';
import { treatmentOfFiles } from '../files.js';
import { isInstalled } from '../ids.js';
import type { TransformResult } from '../transform.js';
import { formatOf, type Format } from './formats.js';
import { scopeOf } from './scopes.js';
import { combine, withMap } from './source-maps.js';
import { mayBeAsync, needsStripping } from './needs.js';
import { strip } from './strip.js';

/** JavaScript, and as what it is to be run. @public */
export interface Runnable {
  /** The code, with its source map at its end. */
  readonly code: string;
  /** Whether it is a module or a script of CommonJS. */
  readonly format: Format;
}

/**
 * Turns the text of a file into runnable JavaScript; null if the text can run as it is. A script of CommonJS may get a line
 * more at its top.
 *
 * @public
 */
export type FileCompiler = (source: string, file: string, firstLine?: string) => Runnable | null;

/**
 * Gives a function that turns the text of a file into runnable JavaScript: compiles it, takes out its types and joins the
 * source maps. Without `include` all files outside of `node_modules` are compiled.
 *
 * @public
 */
export function fileCompiler(options: CompilerOptions = {}): FileCompiler {
  const include = options.include ?? /./;
  const treatmentOf = treatmentOfFiles({ ...options, include });
  const compile = compileFiles({ ...options, include });
  return (source, file, firstLine = '') => {
    const treatment = treatmentOf(file);
    if (treatment === 'none' && isInstalled(file)) return null;
    const strips = needsStripping(file);
    const mayCompile = treatment !== 'none' && mayBeAsync(source) && !isOurs(file);
    if (!strips && !mayCompile) return null;
    const format = formatOf(file, source);
    const compiled = mayCompile ? compile(source, file, format === 'module' ? 'module' : 'unambiguous') : null;
    // The compiler comes first, since it has to see what is asynchronous.
    const result = strips ? stripped(source, file, format, compiled) : compiled;
    return result === null ? null : { code: finished(result, file, format === 'commonjs' ? firstLine : ''), format };
  };
}

function stripped(source: string, file: string, format: Format, compiled: TransformResult | null): TransformResult {
  const { code, map } = strip(compiled?.code ?? source, file, format);
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
