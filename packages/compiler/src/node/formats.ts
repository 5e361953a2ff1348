/** Whether a file is a module or a script of CommonJS, by Node's rules. */
import type { Program } from '@babel/types';
import { parse } from '../parse.js';
import { scopeOf } from './scopes.js';

/** Node's names of the two. @public */
export type Format = 'module' | 'commonjs';

/** What a file is, and its syntax tree. */
export interface Parsed {
  readonly format: Format;
  readonly program: Program;
}

/**
 * Parses a file: its extension says what it is, then the `type` of its package, then whether it has the syntax of a
 * module.
 */
export function parseFile(filename: string, source: string): Parsed {
  const known = knownFormat(filename);
  const program = parse(source, { filename, sourceType: known === 'module' ? 'module' : 'unambiguous' });
  return { program, format: known ?? (hasModuleSyntax(program) ? 'module' : 'commonjs') };
}

function knownFormat(file: string): Format | null {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  const { type } = scopeOf(file);
  return type === 'module' || type === 'commonjs' ? type : null;
}

/** An `import type` alone, or an `import()`, makes no module for Node, but it does for TypeScript. */
function hasModuleSyntax({ sourceType, body }: Program): boolean {
  return sourceType === 'module' || body.some((statement) => statement.type.startsWith('Export'));
}
