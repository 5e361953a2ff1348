/** `for await`: becomes a loop without a condition, which asks the iterator itself. */
import type { ForOfStatement, LabeledStatement } from '@babel/types';
import { boundNames, endOf, occursIn, startOf, type Node } from './nodes.js';
import { closing, isAwaitUsing, opening as openingOf } from './resources.js';
import type { Unit } from './unit.js';
import type { Scope, Visitor, Walk } from './walk.js';

/** `for await (left of right) body`, and `for (await using left of right) body` */
export const visitForOf: Visitor<ForOfStatement> = (node, scope, walk) => {
  if (scope.mode === 'native') walk.visitChildren(node, { ...scope, resources: null });
  else if (node.await) rewriteForAwait(node, scope, walk);
  else rewriteForOf(node, scope, walk);
};

function rewriteForOf(node: ForOfStatement, scope: Scope, walk: Walk): void {
  const { unit } = walk;
  walk.visitChildren(node, { ...scope, resources: null });
  if (!isAwaitUsing(node.left)) return;
  const resource = unit.unique('resource$');
  const { before, after } = holding(node.left, resource, unit);
  unit.replace(startOf(node.left), endOf(node.left), `const ${resource}`);
  unit.before(node.body, `{ ${before} `);
  unit.after(node.body, `${after}}`);
}

/**
 *     for await (left of right) body
 *
 * The right side has to come first, so it is moved; all else that is new stands around it and behind the body.
 */
function rewriteForAwait(node: ForOfStatement, scope: Scope, walk: Walk): void {
  const { unit } = walk;
  const { left, right, body } = node;
  walk.visitChildren(node, { ...scope, resources: null });
  const iteration = unit.unique('iteration$');
  const error = unit.unique('error$');
  const labels = takeLabels(node, unit);

  const hidden = hiddenFrom(right, left);
  // On the right side the variables are there already, without a value, which they never get.
  const opening =
    hidden.length === 0
      ? `const ${iteration} =`
      : `let ${iteration}; switch (0) { case 1: let ${hidden.join(', ')}; default: ${iteration} =`;
  unit.before(right, `{ ${opening} ${unit.runtime('iterate')}(`);
  unit.after(
    right,
    `);${hidden.length === 0 ? '' : ' }'} try { ${labels}for (;;) { try { if (!${iteration}.ready()) ${iteration}.take(yield ${iteration}.next()); } ` +
      `catch (${error}) { ${iteration}.end(${error}); } if (${iteration}.done) break; `,
  );
  unit.replace(startOf(node), startOf(left), '');
  const end = rewriteTarget(left, `${iteration}.value`, unit);
  unit.replace(endOf(left), startOf(right), '');
  unit.replace(endOf(right), startOf(body), ' ');
  unit.text.move(startOf(right), endOf(right), startOf(node));
  unit.after(
    body,
    `${end} } } catch (${error}) { throw ${iteration}.fail(${error}); } ` +
      `finally { if (${iteration}.open) yield ${iteration}.leave(); } }`,
  );
}

/** The variables of a loop that its right side mentions. */
function hiddenFrom(right: Node, left: ForOfStatement['left']): readonly string[] {
  if (left.type !== 'VariableDeclaration' || left.kind === 'var') return [];
  const names = left.declarations.flatMap((each) => boundNames(each));
  return names.filter((name) => occursIn(right, (node) => node.type === 'Identifier' && node.name === name));
}

/** Gives the variable its value; what is returned has to stand behind the body. */
function rewriteTarget(left: ForOfStatement['left'], value: string, unit: Unit): string {
  if (isAwaitUsing(left)) {
    const { before, after } = holding(left, value, unit);
    unit.replace(startOf(left), endOf(left), before);
    return after;
  }
  if (left.type === 'VariableDeclaration') {
    unit.after(left, ` = ${value};`);
  } else {
    // The target of the assignment may be a pattern.
    unit.before(left, '(');
    unit.after(left, ` = ${value});`);
  }
  return '';
}

/** What enters the resource of one round of a loop, and what leaves it. */
function holding(left: Node, value: string, unit: Unit): { before: string; after: string } {
  const resources = unit.unique('scope$');
  const declarator = left.type === 'VariableDeclaration' ? left.declarations[0] : undefined;
  const name = declarator === undefined ? '' : unit.source.slice(startOf(declarator), endOf(declarator));
  return {
    before: `${openingOf(resources, unit)} const ${name} = yield ${resources}.enter(${value});`,
    after: closing(resources, unit),
  };
}

/** The labels of a loop, which are to be written before the inner one. */
function takeLabels(node: ForOfStatement, unit: Unit): string {
  let labels = '';
  for (let parent = unit.parentOf(node); parent?.type === 'LabeledStatement'; parent = unit.parentOf(parent)) {
    labels = `${parent.label.name}: ${labels}`;
  }
  return labels;
}

/** `label: for await …`: the label goes with the loop. */
export const visitLabeled: Visitor<LabeledStatement> = (node, scope, walk) => {
  walk.visitChildren(node, scope);
  if (scope.mode === 'native' || !isForAwait(node.body)) return;
  walk.unit.replace(startOf(node), startOf(node.body), '');
};

function isForAwait(node: Node): boolean {
  if (node.type === 'LabeledStatement') return isForAwait(node.body);
  return node.type === 'ForOfStatement' && node.await;
}
