/** What is in a list that is handed over: `[a(), b()]`, or `items.map((item) => work(item))`. */
import { AST_NODE_TYPES as Type } from '@typescript-eslint/utils';
import { functionKind } from './functions.js';
import { kindOf } from './kinds.js';
import type { Kind } from './names.js';
import type { Reading } from './reading.js';
import { isFunction, memberName, unwrap } from './syntax.js';
import type { FunctionNode, Node } from './syntax.js';

/** The kinds found among the elements of a list. */
export function kindsIn(list: Node, reading: Reading): ReadonlySet<Kind> {
  const node = unwrap(list);
  const kinds = new Set<Kind>();
  const add = (kind: Kind | null | undefined): void => void (kind === null || kind === undefined || kinds.add(kind));
  if (node.type === Type.ArrayExpression) {
    for (const element of node.elements) {
      if (element?.type === Type.SpreadElement) for (const kind of kindsIn(element.argument, reading)) add(kind);
      else if (element !== null) add(kindOf(element, reading));
    }
  } else {
    add(kindOfMapped(node, reading) ?? reading.types?.kindOfElements(node));
  }
  return kinds;
}

/** What a function returns that is handed over as a callback. */
export function returnedKind(callback: Node, reading: Reading): Kind | null {
  const node = unwrap(callback);
  if (functionKind(node, reading) === 'coroutine') return 'Coroutine';
  if (isFunction(node)) {
    const value = returnedValue(node);
    return value === null ? null : kindOf(value, reading);
  }
  return reading.types?.kindOfCall(node) ?? null;
}

function kindOfMapped(node: Node, reading: Reading): Kind | null {
  if (node.type !== Type.CallExpression || node.callee.type !== Type.MemberExpression) return null;
  const [callback] = node.arguments;
  return memberName(node.callee) === 'map' && callback !== undefined ? returnedKind(callback, reading) : null;
}

/** The expression that an arrow function returns, or the only statement of a function. */
function returnedValue({ async, generator, body }: FunctionNode): Node | null {
  if (async || generator) return null;
  if (body.type !== Type.BlockStatement) return unwrap(body);
  const [statement, ...more] = body.body;
  return statement?.type === Type.ReturnStatement && more.length === 0 ? statement.argument : null;
}
