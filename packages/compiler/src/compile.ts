/** From the options of an adapter to the function that compiles a file. */
import { createFilter } from '@rollup/pluginutils';
import { treatmentOfFiles, type FileOptions } from './files.js';
import { transform, type TransformOptions, type TransformResult } from './transform.js';

/** What all adapters take. @public */
export interface CompilerOptions extends FileOptions {
  /** From where compiled code gets what it calls: `asyncio-ts/compiled`, unless it is said otherwise. */
  readonly runtime?: string;
}

/** Compiles a file, if it is one that is to be compiled. */
export type Compile = (
  source: string,
  file: string,
  sourceType?: TransformOptions['sourceType'],
) => TransformResult | null;

/** Gives the function that compiles the files that the options name. */
export function compileFiles(options: CompilerOptions): Compile {
  const { runtime } = options;
  const treatmentOf = treatmentOfFiles(options, createFilter);
  return (source, file, sourceType = 'unambiguous') => {
    const treatment = treatmentOf(file);
    if (treatment === 'none') return null;
    const directive = treatment === 'directive';
    return transform(source, { filename: file, sourceType, directive, ...(runtime === undefined ? {} : { runtime }) });
  };
}
