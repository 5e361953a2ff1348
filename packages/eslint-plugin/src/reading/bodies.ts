/** Whether code belongs to the body of a coroutine, and in which style that is written. */
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { variableOf } from './definitions.js';
import { isDecorated } from './functions.js';
import { kindOf } from './kinds.js';
import { BODY_TAKERS, BODY_TAKING_METHODS, PROTOCOL_METHODS } from './names.js';
import type { Reading } from './reading.js';
import { functionAround, isWait, keyName, memberName, ownNodes, unwrap, waitedFor } from './syntax.js';
import type { FunctionNode, Node } from './syntax.js';

/** `async` waits by `await`, `generator` by `yield*`. */
export type BodyStyle = 'async' | 'generator';

export interface Body {
  readonly style: BodyStyle;
  readonly node: FunctionNode;
  /** Whether it is an asynchronous generator's, where `yield` gives a value out. */
  readonly isAsyncGenerator: boolean;
  /** Whether its `await`s are the compiler's, which can interrupt a wait for anything. */
  readonly compiled: boolean;
}

const bodies = new WeakMap<FunctionNode, Body | null>();

/** The body of a coroutine, or of an asynchronous generator, that a node belongs to. */
export function bodyAround(node: Node, reading: Reading): Body | null {
  const inner = functionAround(node);
  return inner === null ? null : bodyOf(inner, reading);
}

/** What kind of body a function is, if it is one. */
function bodyOf(node: FunctionNode, reading: Reading): Body | null {
  const known = bodies.get(node);
  if (known !== undefined) return known;
  const body = find(node, reading);
  bodies.set(node, body);
  return body;
}

function find(node: FunctionNode, reading: Reading): Body | null {
  const compiled = reading.compiled && node.async;
  const style = node.generator && !node.async ? 'generator' : node.async ? 'async' : null;
  if (style === null) return null;
  const makers = [...madeInto(node, reading)];
  const isAsyncGenerator = (node.async && node.generator) || makers.includes('asyncgen');
  const isBody = makers.length > 0 || compiled || isProtocolMethod(node) || waitsForLibrary(node, reading);
  return isBody ? { style, node, isAsyncGenerator, compiled } : null;
}

/**
 * What a function is handed to, as itself or by its name: `coroutine`, `asyncgen`, or something that makes a task of
 * it.
 */
function* madeInto(node: FunctionNode, reading: Reading): Generator<string> {
  const { parent } = node;
  if (parent.type === Type.MethodDefinition) {
    for (const name of ['coroutine', 'asyncgen']) if (isDecorated(parent, name, reading)) yield name;
    return;
  }
  yield* handedTo(node, reading);
  const name = node.type === Type.FunctionDeclaration ? node.id : nameOfConstant(node);
  const variable = name === null ? null : variableOf(name, reading.sourceCode);
  for (const { identifier } of variable?.references ?? []) yield* handedTo(identifier, reading);
}

function nameOfConstant(node: FunctionNode): TSESTree.Identifier | null {
  const { parent } = node;
  const isNamed = parent.type === Type.VariableDeclarator && parent.init === node && parent.id.type === Type.Identifier;
  return isNamed ? (parent.id as TSESTree.Identifier) : null;
}

function* handedTo(node: Node, reading: Reading): Generator<string> {
  const call = node.parent;
  if (call?.type !== Type.CallExpression || call.callee === node) return;
  const index = call.arguments.indexOf(node as TSESTree.Expression);
  const name = reading.nameOf(call.callee);
  if (name === 'coroutine' || name === 'asyncgen' || name === 'gather') yield name;
  else if (name !== null && BODY_TAKERS.get(name) === index) yield name;
  const callee = unwrap(call.callee);
  if (callee.type !== Type.MemberExpression || index !== 0) return;
  const method = memberName(callee) ?? '';
  if (!Object.values(BODY_TAKING_METHODS).some((methods) => methods.includes(method))) return;
  const holder = kindOf(callee.object, reading);
  if (holder !== null && BODY_TAKING_METHODS[holder]?.includes(method) === true) yield method;
}

function isProtocolMethod({ parent }: FunctionNode): boolean {
  const isMember = parent.type === Type.MethodDefinition || parent.type === Type.Property;
  return isMember && PROTOCOL_METHODS.has(keyName(parent) ?? '');
}

/**
 * A function that nobody marked, but that waits for a coroutine, does so on behalf of the task that awaits it: outside
 * of a task it couldn't.
 */
function waitsForLibrary(node: FunctionNode, reading: Reading): boolean {
  for (const inner of ownNodes(node.body, reading.sourceCode)) {
    const awaited = isWait(inner) ? waitedFor(inner) : null;
    if (awaited !== null && kindOf(awaited, reading) === 'Coroutine') return true;
  }
  return false;
}
