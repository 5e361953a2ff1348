/**
 * Whether a handler of exceptions lets a cancellation through.
 *
 * The handler is followed as if the error were a `CancelledError`: of `error instanceof asyncio.Exception` it is known
 * then that it is false, and of most other conditions nothing. If no way through the handler can throw, it swallows.
 */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { exceptionName, isSubclass } from './exceptions.js';
import type { Reading } from './reading.js';
import { isGlobal, memberName, ownNodes, unwrap } from './syntax.js';
import type { Node } from './syntax.js';

/** What may come of a statement: an exception, and the end of the function or of the loop around. */
interface Outcome {
  readonly throws: boolean;
  readonly ends: boolean;
}

const GOES_ON: Outcome = { throws: false, ends: false };
const ENDS: Outcome = { throws: false, ends: true };
const THROWS: Outcome = { throws: true, ends: true };

/** Whether a handler surely keeps a `CancelledError` to itself, and doesn't say that it means to. */
export function swallowsCancellation(handler: Node, reading: Reading): boolean {
  for (const node of ownNodes(handler, reading.sourceCode)) if (namesCancelledError(node)) return false;
  return !outcome(handler, reading).throws;
}

/** Who names `CancelledError` in a handler has thought of it. */
function namesCancelledError(node: Node): boolean {
  if (node.type === Type.Identifier) return node.name === 'CancelledError';
  return node.type === Type.Literal && node.value === 'CancelledError';
}

function outcome(node: Node, reading: Reading): Outcome {
  switch (node.type) {
    case Type.BlockStatement:
      return ofList(node.body, reading);
    case Type.ThrowStatement:
      return THROWS;
    case Type.ReturnStatement:
      return node.argument !== null && throws(node.argument, reading) ? THROWS : ENDS;
    case Type.BreakStatement:
    case Type.ContinueStatement:
      return ENDS;
    case Type.IfStatement:
      return ofBranches(node, reading);
    case Type.ExpressionStatement:
      return throws(node.expression, reading) ? THROWS : GOES_ON;
    case Type.VariableDeclaration:
      return GOES_ON;
    default:
      return ofAnythingElse(node, reading);
  }
}

function ofList(statements: readonly Node[], reading: Reading): Outcome {
  let mayThrow = false;
  for (const statement of statements) {
    const { throws: throwing, ends } = outcome(statement, reading);
    mayThrow ||= throwing;
    if (ends) return { throws: mayThrow, ends };
  }
  return { throws: mayThrow, ends: false };
}

function ofBranches({ test, consequent, alternate }: TSESTree.IfStatement, reading: Reading): Outcome {
  const known = truth(test, reading);
  const first = outcome(consequent, reading);
  const second = alternate === null ? GOES_ON : outcome(alternate, reading);
  if (known !== null) return known ? first : second;
  return { throws: first.throws || second.throws, ends: first.ends && second.ends };
}

/** Loops, `switch`, an inner `try`: they may throw if a `throw` is in them. */
function ofAnythingElse(node: Node, reading: Reading): Outcome {
  if (node.type.endsWith('Expression')) return throws(node, reading) ? THROWS : GOES_ON;
  for (const inner of ownNodes(node, reading.sourceCode)) {
    if (inner.type === Type.ThrowStatement) return { throws: true, ends: false };
    if (inner.type === Type.CallExpression && throws(inner, reading)) return { throws: true, ends: false };
  }
  return GOES_ON;
}

/** Calls that don't come back: `except_star` raises what no clause took. */
function throws(expression: Node, reading: Reading): boolean {
  const node = unwrap(expression);
  if (node.type === Type.AwaitExpression) return throws(node.argument, reading);
  if (node.type === Type.YieldExpression) return node.argument !== null && throws(node.argument, reading);
  if (node.type === Type.LogicalExpression) return throws(node.right, reading);
  if (node.type !== Type.CallExpression) return false;
  if (reading.nameOf(node.callee) === 'except_star') return true;
  const callee = unwrap(node.callee);
  if (callee.type === Type.MemberExpression) {
    const isExit = isGlobal(callee.object, 'process', reading.sourceCode) && memberName(callee) === 'exit';
    const isReject = isGlobal(callee.object, 'Promise', reading.sourceCode) && memberName(callee) === 'reject';
    if (isExit || isReject) return true;
  }
  return reading.types?.isNever(node) === true;
}

/** What a condition is when the error is a `CancelledError`; `null` where that doesn't decide it. */
function truth(expression: Node, reading: Reading): boolean | null {
  const node = unwrap(expression);
  if (node.type === Type.UnaryExpression && node.operator === '!') {
    const known = truth(node.argument, reading);
    return known === null ? null : !known;
  }
  if (node.type === Type.LogicalExpression) {
    const left = truth(node.left, reading);
    const right = truth(node.right, reading);
    const decides = node.operator === '||';
    if (node.operator === '??') return null;
    if (left === decides || right === decides) return decides;
    return left === null || right === null ? null : !decides;
  }
  if (node.type !== Type.BinaryExpression || node.operator !== 'instanceof') return null;
  const name = exceptionName(node.right, reading);
  return name === null ? null : isSubclass('CancelledError', name);
}
