/** What an expression is: a coroutine, a task, a task group, … */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { definitionOf, variableOf } from './definitions.js';
import { calledKind } from './functions.js';
import { CLASSES, FUNCTIONS, METHODS, type Kind } from './names.js';
import type { Reading } from './reading.js';
import { isFunction, memberName, unwrap } from './syntax.js';
import type { FunctionNode, Node } from './syntax.js';

/** What the source says, or else the types; `null` where neither does. */
export function kindOf(expression: Node, reading: Reading): Kind | null {
  return kindInSource(expression, reading, 0) ?? reading.types?.kindOf(expression) ?? null;
}

export function isAwaitable(kind: Kind | null): boolean {
  return kind === 'Coroutine' || kind === 'Future' || kind === 'Task';
}

function kindInSource(expression: Node, reading: Reading, depth: number): Kind | null {
  const node = unwrap(expression);
  if (depth > 8) return null;
  switch (node.type) {
    case Type.CallExpression:
      return ofCall(node, reading, depth + 1);
    case Type.NewExpression:
      return CLASSES.get(reading.nameOf(node.callee) ?? '') ?? null;
    case Type.Identifier:
      return ofVariable(node, reading, depth + 1);
    case Type.ConditionalExpression: {
      const kind = kindInSource(node.consequent, reading, depth + 1);
      return kind === kindInSource(node.alternate, reading, depth + 1) ? kind : null;
    }
    default:
      return null;
  }
}

function ofCall(call: TSESTree.CallExpression, reading: Reading, depth: number): Kind | null {
  const named = FUNCTIONS.get(reading.nameOf(call.callee) ?? '');
  if (named !== undefined) return named;
  const callee = unwrap(call.callee);
  if (callee.type === Type.MemberExpression) {
    const method = memberName(callee) ?? '';
    const holder = kindInSource(callee.object, reading, depth) ?? reading.types?.kindOf(callee.object) ?? null;
    const made = holder === null ? undefined : METHODS[holder]?.get(method);
    if (made !== undefined) return made;
  }
  return calledKind(call, reading) === 'coroutine' ? 'Coroutine' : null;
}

function ofVariable(identifier: TSESTree.Identifier, reading: Reading, depth: number): Kind | null {
  const variable = variableOf(identifier, reading.sourceCode);
  const definition = variable === null ? null : definitionOf(variable);
  if (definition?.name.type !== Type.Identifier) return null;
  const annotated = CLASSES.get(reading.nameOfType(definition.name.typeAnnotation?.typeAnnotation) ?? '');
  if (annotated !== undefined) return annotated;
  const made = definition.node;
  if (made.type === Type.VariableDeclarator) {
    return made.id === definition.name && made.init !== null ? kindInSource(made.init, reading, depth) : null;
  }
  return isFunction(made) ? ofEntered(made, definition.name, reading, depth) : null;
}

/** What `async_with` hands to its body: the task group, the timeout. */
function ofEntered(body: FunctionNode, parameter: Node, reading: Reading, depth: number): Kind | null {
  const call = body.parent;
  if (call.type !== Type.CallExpression || call.arguments[1] !== body) return null;
  if (reading.nameOf(call.callee) !== 'async_with') return null;
  const managers = call.arguments[0] as Node;
  const index = body.params.indexOf(parameter as TSESTree.Parameter);
  const manager = managers.type === Type.ArrayExpression ? managers.elements[index] : index === 0 ? managers : null;
  if (manager === null || manager === undefined) return null;
  const kind = kindInSource(manager, reading, depth);
  return kind === 'TaskGroup' || kind === 'Timeout' ? kind : null;
}
