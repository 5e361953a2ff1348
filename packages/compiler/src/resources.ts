/** `await using`: entered where it is declared, left at the end of the block, which becomes a `try`. */
import type { ForStatement, VariableDeclaration } from '@babel/types';
import { startOf, type Node } from './nodes.js';
import type { Unit } from './unit.js';
import type { Scope, Visitor } from './walk.js';

/** Whether a node declares what is to be left asynchronously. */
export function isAwaitUsing(node: Node | null | undefined): boolean {
  return node?.type === 'VariableDeclaration' && node.kind === 'await using';
}

/** Whether a block has such a declaration. */
export function holdsResources(statements: readonly Node[]): boolean {
  return statements.some((statement) => isAwaitUsing(statement));
}

/** What stands before the first statement. */
export function opening(resources: string, unit: Unit): string {
  return `const ${resources} = ${unit.runtime('scope')}(); try {`;
}

/** What stands behind the last statement. */
export function closing(resources: string, unit: Unit): string {
  const error = unit.unique('error$');
  return ` } catch (${error}) { ${resources}.fail(${error}); } finally { yield ${resources}.leave(); } `;
}

/** A declaration; `using` takes part where there is an `await using` beside it. */
export const visitVariableDeclaration: Visitor<VariableDeclaration> = (node, scope, walk) => {
  const { unit } = walk;
  walk.visitChildren(node, scope);
  const resources = scope.resources;
  if (resources === null || !isResource(node, unit)) return;
  const [first] = node.declarations;
  if (first === undefined) return;
  unit.replace(startOf(node), startOf(first), 'const ');
  for (const { init } of node.declarations) {
    if (init == null) continue;
    unit.before(init, node.kind === 'using' ? `${resources}.use(` : `yield ${resources}.enter(`);
    unit.after(init, ')');
  }
};

function isResource(node: VariableDeclaration, unit: Unit): boolean {
  if (node.kind !== 'using' && node.kind !== 'await using') return false;
  // In the head of a loop it belongs to the loop.
  const parent = unit.parentOf(node)?.type;
  return parent === 'BlockStatement' || parent === 'ForStatement';
}

/** `for (await using x = …; …; …)`: the resource lasts as long as the loop. */
export const visitForStatement: Visitor<ForStatement> = (node, scope, walk) => {
  const { unit } = walk;
  const { init } = node;
  if (scope.mode === 'native' || init == null || !isAwaitUsing(init)) {
    walk.visitChildren(node, { ...scope, resources: null });
    return;
  }
  const resources = unit.unique('scope$');
  const inner: Scope = { ...scope, resources };
  walk.visitChildren(node, inner);
  unit.replace(startOf(node), startOf(init), '');
  unit.before(init, `{ ${opening(resources, unit)} `);
  unit.after(init, '; for (');
  unit.after(node, `${closing(resources, unit)}}`);
};
