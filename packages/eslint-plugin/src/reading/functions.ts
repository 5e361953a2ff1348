/** What kind of function is called: a coroutine function, or an `async` function that nobody wrapped. */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { isCompiledText } from './compiled.js';
import { origin } from './definitions.js';
import type { Reading } from './reading.js';
import { isFunction, memberName, unwrap } from './syntax.js';
import type { Node } from './syntax.js';

/** `plain` starts at the call and returns a promise. */
export type FunctionKind = 'coroutine' | 'plain';

/** The kind of a function that an expression stands for, as far as this file tells. */
export function functionKind(expression: Node, reading: Reading): FunctionKind | null {
  const made = origin(expression, reading.sourceCode);
  if (made.type === Type.CallExpression) return kindOfMade(made, reading);
  if (made.type === Type.MethodDefinition) {
    if (isDecorated(made, 'coroutine', reading)) return 'coroutine';
    return isFunction(made.value) ? kindOfAsync(made.value, reading) : null;
  }
  return isFunction(made) ? kindOfAsync(made, reading) : null;
}

/** The same of what a call calls, with the help of types. */
export function calledKind(call: TSESTree.CallExpression, reading: Reading): FunctionKind | null {
  const kind = functionKind(call.callee, reading);
  if (kind !== null) return kind;
  const called = reading.types?.asyncFunctionCalled(call) ?? null;
  if (called === null) return null;
  return isCompiledText(called.text, called.filename, reading.settings) ? 'coroutine' : 'plain';
}

/** Whether a decorator of the library is on a method. */
export function isDecorated(method: TSESTree.MethodDefinition, name: string, reading: Reading): boolean {
  return method.decorators.some((decorator) => reading.nameOf(decorator.expression) === name);
}

/** `asyncio.coroutine(…)`, and `.bind(…)` of one. */
function kindOfMade(call: TSESTree.CallExpression, reading: Reading): FunctionKind | null {
  if (reading.nameOf(call.callee) === 'coroutine') return 'coroutine';
  const callee = unwrap(call.callee);
  const isBound = callee.type === Type.MemberExpression && memberName(callee) === 'bind';
  return isBound ? functionKind(callee.object, reading) : null;
}

function kindOfAsync(made: { async: boolean; generator: boolean }, reading: Reading): FunctionKind | null {
  if (!made.async || made.generator) return null;
  return reading.compiled ? 'coroutine' : 'plain';
}
