/** How a fix may name something of the library in a file. */
import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import type { Reading } from './reading.js';

/** `asyncio.shield`, or `shield` where that is imported; `null` where the file has no name for it. */
export function spell(name: string, reading: Reading): string | null {
  const scopes = reading.sourceCode.scopeManager?.scopes ?? [];
  // A module's, the global one, and that of CommonJS, which is a function's.
  const outermost = scopes.filter(({ block }) => block.type === Type.Program);
  let whole: string | null = null;
  for (const variable of outermost.flatMap(({ variables }) => variables)) {
    const identifier = variable.identifiers[0];
    if (identifier === undefined || variable.references.length === 0) continue;
    const declared = variable.defs[0]?.node;
    const isImport = declared?.type === Type.ImportSpecifier || declared?.type === Type.VariableDeclarator;
    const known = reading.nameOf(identifier);
    if (known === name && isImport) return variable.name;
    if (known === '') whole = variable.name;
  }
  return whole === null ? null : `${whole}.${name}`;
}
