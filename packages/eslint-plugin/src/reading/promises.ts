/** Promises that aren't the library's. */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { kindsIn } from './elements.js';
import { calledKind } from './functions.js';
import { imported } from './imports.js';
import { kindOf } from './kinds.js';
import type { Reading } from './reading.js';
import { isFunction, isGlobal, memberName, unwrap } from './syntax.js';
import type { Node } from './syntax.js';

/** Modules of Node whose functions return promises, and those that have them under `promises`. */
const PROMISE_MODULES = /^(?:node:)?(?:fs|timers|readline|dns|stream)\/promises$/;
const MODULES_WITH_PROMISES = /^(?:node:)?(?:fs|timers|readline|dns|stream)$/;

/** What in the library returns one: it is meant to be awaited as it is. */
const OWN: ReadonlySet<string> = new Set(['run', 'to_promise', 'testing.run_virtual_async']);

/** Whether an expression surely is a promise of the host or of another library. */
export function isForeignPromise(expression: Node, reading: Reading): boolean {
  const node = unwrap(expression);
  if (node.type === Type.NewExpression && isGlobal(node.callee, 'Promise', reading.sourceCode)) return true;
  if (node.type === Type.CallExpression) {
    if (OWN.has(reading.nameOf(node.callee) ?? '')) return true;
    if (calledKind(node, reading) === 'plain') return true;
    if (returnsPromise(node, reading)) return true;
  }
  return kindOf(node, reading) === 'Promise';
}

/**
 * Whether a wait for it can't be interrupted: it is foreign, and no `async` function of the program, whose own awaits
 * belong to the task that awaits it.
 */
export function isUninterruptible(expression: Node, reading: Reading): boolean {
  const node = unwrap(expression);
  if (node.type === Type.CallExpression) {
    if (reading.nameOf(node.callee) !== null || calledKind(node, reading) !== null) return false;
    const callee = unwrap(node.callee);
    const isInline = isFunction(callee) || (callee.type === Type.MemberExpression && isFunction(unwrap(callee.object)));
    if (isInline || isSettled(callee, reading) || kindOf(receiver(node), reading) !== null) return false;
  }
  return isForeignPromise(node, reading);
}

/** `Promise.resolve(…)` takes no time. */
function isSettled(callee: Node, reading: Reading): boolean {
  if (callee.type !== Type.MemberExpression || !isGlobal(callee.object, 'Promise', reading.sourceCode)) return false;
  return ['resolve', 'reject'].includes(memberName(callee) ?? '');
}

/** The object of a method call: `loop` in `loop.run_forever()`. */
function receiver(call: TSESTree.CallExpression): Node {
  const callee = unwrap(call.callee);
  return callee.type === Type.MemberExpression ? callee.object : callee;
}

function returnsPromise(call: TSESTree.CallExpression, reading: Reading): boolean {
  if (isGlobal(call.callee, 'fetch', reading.sourceCode)) return true;
  const callee = unwrap(call.callee);
  if (callee.type === Type.MemberExpression && isGlobal(callee.object, 'Promise', reading.sourceCode)) {
    if (memberName(callee) === 'withResolvers') return false;
    const [list] = call.arguments;
    return list === undefined || kindsIn(list, reading).size === 0;
  }
  const from = imported(callee, reading.sourceCode);
  if (from === null || from.path.length === 0) return false;
  if (PROMISE_MODULES.test(from.module)) return from.path.length === 1;
  return MODULES_WITH_PROMISES.test(from.module) && from.path[0] === 'promises' && from.path.length === 2;
}
