/** Source text to syntax tree, by Babel's parser. */
import { parse as parseWithBabel, type ParserPlugin } from '@babel/parser';
import type { Program } from '@babel/types';

/** How a source is to be read. */
export interface ParseOptions {
  /** The name of the file: its extension says whether there are types and JSX in it. */
  readonly filename: string;
  /** Whether it is a module; otherwise its extension and its imports and exports decide. */
  readonly sourceType: 'module' | 'script' | 'unambiguous';
}

function pluginsFor(filename: string): ParserPlugin[] {
  const plugins: ParserPlugin[] = ['decorators', 'decoratorAutoAccessors', 'explicitResourceManagement'];
  if (/\.[cm]?tsx?$/.test(filename)) plugins.push('typescript');
  // In TypeScript without JSX `<T>x` is a type assertion.
  if (!/\.[cm]?ts$/.test(filename)) plugins.push('jsx');
  return plugins;
}

function sourceTypeOf(filename: string): 'module' | 'script' | 'unambiguous' {
  if (/\.m[jt]s$/.test(filename)) return 'module';
  // A .cts file may have imports and exports, which TypeScript turns into those of CommonJS.
  return filename.endsWith('.cjs') ? 'script' : 'unambiguous';
}

/** Parses a source; a mistake in it is a `SyntaxError` that names the file. */
export function parse(source: string, { filename, sourceType }: ParseOptions): Program {
  try {
    const { program } = parseWithBabel(source, {
      sourceType: sourceType === 'unambiguous' ? sourceTypeOf(filename) : sourceType,
      plugins: pluginsFor(filename),
      createParenthesizedExpressions: true,
      attachComment: false,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
    });
    return program;
  } catch (error) {
    if (error instanceof SyntaxError) error.message = `${filename}: ${error.message}`;
    throw error;
  }
}
