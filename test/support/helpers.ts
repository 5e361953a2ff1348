/** Programs that TypeScript compiles with its helpers, which are the library's. */
import * as asyncio from 'asyncio-ts';
import * as compiled from 'asyncio-ts/compiled';
import ts from 'typescript';

/** What TypeScript makes of a program, at the target at which it uses its helpers. */
export function lowered(source: string, options: ts.CompilerOptions = {}): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2016,
      module: ts.ModuleKind.CommonJS,
      importHelpers: true,
      ...options,
    },
  });
  return outputText;
}

/** Runs a program and gives what it exports. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- programs are texts
export function load(source: string, options?: ts.CompilerOptions): any {
  const exports = {};
  const modules: Record<string, unknown> = { tslib: compiled, 'asyncio-ts': asyncio };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that is the subject
  const run = new Function('exports', 'require', lowered(source, options)) as (...args: unknown[]) => void;
  run(exports, (name: string) => modules[name]);
  return exports;
}
