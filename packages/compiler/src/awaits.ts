/** `await x` becomes `yield x`; in asynchronous generators `yield x` says that it gives a value out. */
import type { AwaitExpression, ExpressionStatement, YieldExpression } from '@babel/types';
import { endOf, startOf, type Node } from './nodes.js';
import type { Unit } from './unit.js';
import type { Scope, Visitor } from './walk.js';

/** `await x` */
export const visitAwait: Visitor<AwaitExpression> = (node, scope, walk) => {
  const { unit } = walk;
  walk.visitChildren(node, scope);
  if (scope.mode === 'native') return;
  const alone = standsAlone(node, unit);
  // `yield` allows no line break before its operand, except in parentheses.
  const breaks = unit.lineBreaks(startOf(node), startOf(node.argument)) !== '';
  const word = `${alone ? '' : '('}yield ${breaks ? '(' : ''}`;
  unit.replace(startOf(node), startOf(node.argument), word);
  if (breaks || !alone) unit.after(node, ')'.repeat(Number(breaks) + Number(!alone)));
};

/** Whether a `yield` in the place of an expression needs no parentheses. */
function standsAlone(node: Node, unit: Unit): boolean {
  const parent = unit.parentOf(node);
  switch (parent?.type) {
    case 'ExpressionStatement':
    case 'ParenthesizedExpression':
    case 'ReturnStatement':
      return true;
    case 'VariableDeclarator':
      return parent.init === node;
    case 'AssignmentExpression':
      return parent.right === node;
    default:
      return false;
  }
}

/** `yield x` and `yield* x` of an asynchronous generator. */
export const visitYield: Visitor<YieldExpression> = (node, scope, walk) => {
  const { unit } = walk;
  walk.visitChildren(node, scope);
  if (scope.mode !== 'asyncgen') return;
  const call = unit.runtime(node.delegate ? 'delegate' : 'yield_');
  if (node.argument == null) {
    unit.after(node, ` ${call}()`);
  } else {
    unit.before(node.argument, `${call}(`);
    unit.after(node.argument, ')');
  }
};

/** A statement that begins with a parenthesis now, which must not continue the line before. */
export const visitExpressionStatement: Visitor<ExpressionStatement> = (node, scope, walk) => {
  walk.visitChildren(node, scope);
  const first = leftmost(node.expression);
  const opens = first.type === 'AwaitExpression' ? beginsWithParenthesis(first, node, scope) : isAsyncArrow(first);
  if (opens && isInList(node, walk.unit)) walk.unit.before(node, ';');
};

function beginsWithParenthesis(first: Node, statement: ExpressionStatement, scope: Scope): boolean {
  return scope.mode !== 'native' && first !== statement.expression;
}

function isAsyncArrow(node: Node): boolean {
  return node.type === 'ArrowFunctionExpression' && node.async;
}

function isInList(node: Node, unit: Unit): boolean {
  const type = unit.parentOf(node)?.type;
  return type === 'BlockStatement' || type === 'Program' || type === 'SwitchCase' || type === 'StaticBlock';
}

/** The expression that the text of another one begins with. */
function leftmost(node: Node): Node {
  const first = firstPart(node);
  return first !== undefined && startOf(first) === startOf(node) && endOf(first) < endOf(node) ? leftmost(first) : node;
}

function firstPart(node: Node): Node | undefined {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return node.left;
    case 'ConditionalExpression':
      return node.test;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.object;
    case 'CallExpression':
    case 'OptionalCallExpression':
      return node.callee;
    case 'SequenceExpression':
      return node.expressions[0];
    case 'TaggedTemplateExpression':
      return node.tag;
    case 'UpdateExpression':
      return node.argument;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
      return node.expression;
    default:
      return undefined;
  }
}
