import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { createRule } from '../create-rule.js';
import { kindOf } from '../reading/kinds.js';
import { Reading } from '../reading/reading.js';
import { around, functionAround, ownNodes, unwrap, waitedFor, wrapped } from '../reading/syntax.js';
import type { Node } from '../reading/syntax.js';

/** What takes a coroutine to run it. */
const CONSUMERS: ReadonlySet<string> = new Set(['create_task', 'ensure_future', 'gather', 'wait_for', 'shield', 'run']);

/** A coroutine runs once. */
export const noCoroutineReuse = createRule({
  name: 'no-coroutine-reuse',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow awaiting a coroutine twice', recommended: 'error', requiresTypeChecking: true },
    messages: {
      twice:
        'This coroutine has been awaited above, and runs only once: "RuntimeError: cannot reuse already awaited ' +
        'coroutine". Call its function again, or make a task of it, which can be awaited often.',
      loop:
        'This awaits the same coroutine in each turn of the loop, and it runs only once: "RuntimeError: cannot reuse ' +
        'already awaited coroutine". Call its function inside of the loop.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const reading = Reading.of(context);

    function isConsumed(identifier: Node): boolean {
      const node = wrapped(identifier);
      const { parent } = node;
      if (parent === undefined) return false;
      if (waitedFor(parent) === unwrap(node)) return true;
      return parent.type === Type.CallExpression && CONSUMERS.has(reading.nameOf(parent.callee) ?? '');
    }

    function check(declarator: TSESTree.VariableDeclarator): void {
      const [variable] = context.sourceCode.getDeclaredVariables?.(declarator) ?? [];
      const body = functionAround(declarator);
      const uses = (variable?.references ?? [])
        .map(({ identifier }) => identifier as Node)
        .filter((identifier) => isConsumed(identifier) && functionAround(identifier) === body);
      const [first, ...later] = uses;
      if (first === undefined) return;
      const loop = loopBetween(first, declarator);
      if (loop !== null && !canLeave(loop)) context.report({ node: first, messageId: 'loop' });
      const block = surelyRuns(first);
      for (const use of later) {
        const isLater = block !== null && isInside(use, block.list) && use.range[0] > block.statement.range[1];
        if (isLater && !isTried(use, declarator)) {
          context.report({ node: use, messageId: 'twice' });
        }
      }
    }

    function canLeave(loop: Node): boolean {
      for (const node of ownNodes(loop, context.sourceCode)) {
        if (node.type === Type.BreakStatement || node.type === Type.ReturnStatement) return true;
        if (node.type === Type.ThrowStatement) return true;
      }
      return false;
    }

    return {
      VariableDeclarator(node) {
        const isConstant = node.parent.type === Type.VariableDeclaration && node.parent.kind === 'const';
        if (!isConstant || node.id.type !== Type.Identifier || node.init === null) return;
        if (kindOf(node.init, reading) === 'Coroutine') check(node);
      },
    };
  },
});

const LOOPS: ReadonlySet<Type> = new Set([
  Type.ForStatement,
  Type.ForInStatement,
  Type.ForOfStatement,
  Type.WhileStatement,
  Type.DoWhileStatement,
]);

/** The loop around a use that isn't around the declaration. */
function loopBetween(use: Node, declarator: Node): Node | null {
  for (const [outer, inner] of around(use)) {
    if (isInside(declarator, outer)) return null;
    const isBody = LOOPS.has(outer.type) && 'body' in outer && outer.body === inner;
    if (isBody) return outer;
  }
  return null;
}

/** Whether a handler that isn't around the declaration waits for the error: then it is awaited twice on purpose. */
function isTried(use: Node, declarator: Node): boolean {
  for (const [outer, inner] of around(use)) {
    if (isInside(declarator, outer)) return false;
    if (outer.type === Type.TryStatement && outer.block === inner && outer.handler !== null) return true;
  }
  return false;
}

/** The statement of a use and the list it stands in, if whoever gets behind the statement has passed the use. */
function surelyRuns(use: Node): { statement: Node; list: Node } | null {
  for (const [outer, inner] of around(use)) {
    if (outer.type === Type.BlockStatement || outer.type === Type.Program) return { statement: inner, list: outer };
    const isOptional =
      (outer.type === Type.LogicalExpression && outer.right === inner) ||
      (outer.type === Type.ConditionalExpression && outer.test !== inner) ||
      (outer.type === Type.IfStatement && outer.test !== inner) ||
      outer.type === Type.SwitchCase ||
      outer.type === Type.AssignmentPattern ||
      LOOPS.has(outer.type);
    if (isOptional) return null;
  }
  return null;
}

function isInside(node: Node, outer: Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}
