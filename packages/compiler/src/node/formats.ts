/** Whether a file is a module or a script of CommonJS, by Node's rules. */
import { parse } from '../parse.js';
import { scopeOf } from './scopes.js';

/** Node's names of the two. @public */
export type Format = 'module' | 'commonjs';

/** The format of a file: its extension decides, then the `type` of its package, then whether it has the syntax of a module. */
export function formatOf(file: string, source: string): Format {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  const { type } = scopeOf(file);
  if (type === 'module' || type === 'commonjs') return type;
  return hasModuleSyntax(file, source) ? 'module' : 'commonjs';
}

function hasModuleSyntax(filename: string, source: string): boolean {
  if (!/\b(?:import|export|await)\b/.test(source)) return false;
  const { sourceType, body } = parse(source, { filename, sourceType: 'unambiguous' });
  // An `import type` alone, or an `import()`, makes no module for Node, but it does for TypeScript.
  return sourceType === 'module' || body.some((statement) => statement.type.startsWith('Export'));
}
