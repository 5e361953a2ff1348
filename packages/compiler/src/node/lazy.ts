/** The compiler for Node's hooks: loaded when the first file needs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Entry from '../node.js';
import type { CompilerOptions } from '../compile.js';
import type { FileCompiler, Runnable } from './compile-file.js';
import { isForeign, mayBeAsync, needsStripping } from './needs.js';

// The hooks can't wait for an import.
const require = createRequire(import.meta.url);

/** Beside the bundle that this file becomes a part of. */
const COMPILER = './node.cjs';

/** Compiles a file; null if it is Node's. */
export type LazyCompiler = (file: string, firstLine?: string) => Runnable | null;

/** Where the compiler is linked instead of installed, its own files come by here while it is loaded. */
let isLoading = false;

function load(): typeof Entry {
  isLoading = true;
  try {
    return require(COMPILER) as typeof Entry;
  } finally {
    isLoading = false;
  }
}

/** Gives the function that compiles a file. */
export function lazyCompiler(options: CompilerOptions): LazyCompiler {
  let compile: FileCompiler | undefined;
  return (file, firstLine) => {
    if (isLoading || isForeign(file, options)) return null;
    const source = readFileSync(file, 'utf8');
    if (!needsStripping(file) && !mayBeAsync(source)) return null;
    compile ??= load().fileCompiler(options);
    return compile(source, file, firstLine);
  };
}
