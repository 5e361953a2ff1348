/** `new Promise((resolve) => setTimeout(resolve, 500))`, and Node's `setTimeout` that returns a promise. */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { imported } from './imports.js';
import type { Reading } from './reading.js';
import { isFunction, isGlobal, unwrap } from './syntax.js';
import type { FunctionNode, Node } from './syntax.js';

/** The time, in milliseconds, that a promise of the host only waits for; `null` if it does anything else. */
export function hostSleep(expression: Node, reading: Reading): Node | null {
  const node = unwrap(expression);
  if (node.type === Type.CallExpression) {
    const from = imported(node.callee, reading.sourceCode);
    const isTimers = from?.module === 'node:timers/promises' || from?.module === 'timers/promises';
    return isTimers && from.path.join() === 'setTimeout' && node.arguments.length === 1
      ? (node.arguments[0] ?? null)
      : null;
  }
  if (node.type !== Type.NewExpression || !isGlobal(node.callee, 'Promise', reading.sourceCode)) return null;
  const [executor] = node.arguments;
  return isFunction(executor) ? timeOfExecutor(executor, reading) : null;
}

function timeOfExecutor({ params, body }: FunctionNode, reading: Reading): Node | null {
  const [resolve] = params;
  const call = body.type === Type.BlockStatement ? onlyExpression(body) : body;
  if (resolve?.type !== Type.Identifier || call?.type !== Type.CallExpression) return null;
  const [callback, time, ...more] = call.arguments;
  if (!isGlobal(call.callee, 'setTimeout', reading.sourceCode) || more.length > 0) return null;
  return callback !== undefined && callsOnly(callback, resolve.name) ? (time ?? null) : null;
}

/** `resolve` itself, or `() => resolve()`. */
function callsOnly(callback: Node, name: string): boolean {
  if (callback.type === Type.Identifier) return callback.name === name;
  if (!isFunction(callback)) return false;
  const call = callback.body.type === Type.BlockStatement ? onlyExpression(callback.body) : callback.body;
  if (call?.type !== Type.CallExpression || call.arguments.length > 0) return false;
  return call.callee.type === Type.Identifier && call.callee.name === name;
}

function onlyExpression({ body }: TSESTree.BlockStatement): TSESTree.Expression | null {
  const [statement, ...more] = body;
  if (more.length > 0 || statement === undefined) return null;
  if (statement.type === Type.ReturnStatement) return statement.argument;
  return statement.type === Type.ExpressionStatement ? statement.expression : null;
}
