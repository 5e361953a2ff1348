/** The hooks for CommonJS: entries in the tables that `require` looks into. */
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import type { CompilerOptions } from '../compile.js';
import { lazyCompiler } from './lazy.js';
import { typescriptFor } from './resolve.js';

interface Loading {
  _compile(code: string, filename: string, format: string): void;
}

type Extension = (loading: Loading, filename: string) => void;

/** The inner side of `node:module` that tools have relied on since Node's first days. */
interface Tables {
  readonly _extensions: Record<string, Extension | undefined>;
  _resolveFilename(request: string, parent: { readonly filename?: string | null } | null, ...rest: unknown[]): string;
}

const tables = module as unknown as Tables;

const EXTENSIONS = ['.js', '.cjs', '.mjs', '.ts', '.cts', '.mts', '.tsx', '.jsx'];

/** Has `require` compile what it loads. */
export function hookRequire(options: CompilerOptions): void {
  const compile = lazyCompiler(options);
  for (const extension of EXTENSIONS) {
    const before = tables._extensions[extension] ?? tables._extensions['.js'];
    tables._extensions[extension] = (loading, filename) => {
      const runnable = compile(filename);
      if (runnable === null) before?.(loading, filename);
      else loading._compile(runnable.code, filename, runnable.format);
    };
  }
  const resolveFilename = tables._resolveFilename.bind(module);
  tables._resolveFilename = (request, parent, ...rest) => {
    const url = typescriptFor(request, parent?.filename ?? undefined);
    return url === null ? resolveFilename(request, parent, ...rest) : fileURLToPath(url);
  };
}
