/** The plugin for all bundlers. It comes first: the others take out the types, and may lower `async` functions. */
import { createUnplugin, type UnpluginBuildContext, type UnpluginContext, type UnpluginInstance } from 'unplugin';
import { compileFiles, type CompilerOptions } from '../compile.js';
import { fileOf } from '../ids.js';

const RUNTIME = 'asyncio-ts/compiled';

/** @internal */
export const plugin: UnpluginInstance<CompilerOptions | undefined, false> = createUnplugin((options = {}) => {
  const compile = compileFiles(options);
  return {
    name: 'asyncio-ts',
    enforce: 'pre',
    transform: {
      filter: { code: /\basync\b/ },
      handler(source, id) {
        const file = fileOf(id);
        if (file === null) return null;
        try {
          return compile(source, file);
        } catch (error) {
          report(this, error, file);
          return null;
        }
      },
    },
    vite: {
      // No source names it, so that Vite's search for dependencies would miss it, and load the page twice.
      config: () => ({ optimizeDeps: { include: [options.runtime ?? RUNTIME].filter((name) => !/^[./]/.test(name)) } }),
    },
    // The loader that is configured for the extension reads what comes out. The pattern is one of Go.
    esbuild: { onLoadFilter: /\.[cm]?[jt]sx?$/, loader: 'default' },
  };
});

/** Hands a mistake in the source to the bundler, with its place. */
function report(context: UnpluginBuildContext & UnpluginContext, error: unknown, id: string): void {
  if (!(error instanceof SyntaxError)) throw error;
  const { loc } = error as SyntaxError & { loc?: { line: number; column: number } };
  context.error({
    name: 'SyntaxError',
    message: error.message,
    id,
    ...(loc === undefined ? {} : { loc: { file: id, line: loc.line, column: loc.column } }),
  });
}
