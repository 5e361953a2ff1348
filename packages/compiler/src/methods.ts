/**
 * `async` methods stay methods, for the sake of `super`: as generators, which coroutine functions take the place of.
 */
import type {
  ClassAccessorProperty,
  ClassBody,
  ClassMethod,
  ClassPrivateMethod,
  ClassPrivateProperty,
  ClassProperty,
  Node as AnyNode,
  ObjectExpression,
  ObjectMethod,
  ObjectProperty,
} from '@babel/types';
import { inside, modeOf } from './functions.js';
import type { Head } from './heads.js';
import { isSuperReference } from './lexical.js';
import { isAnonymousAsyncFunction, keyOf, staticName } from './names.js';
import { endOf, isAsyncFunction, lengthOf, mentions, startOf, withoutWrapping } from './nodes.js';
import { findToken } from './scanner.js';
import type { Unit } from './unit.js';
import type { Scope, Visitor, Walk } from './walk.js';

type Method = ClassMethod | ObjectMethod;

/** How a key is written as an argument. */
function keyArgument(method: Method, unit: Unit): string {
  return unit.keys.get(method) ?? JSON.stringify(staticName(method.key));
}

/** Sees to it that a computed key is evaluated once, into a variable. */
function keepKey(key: AnyNode, owner: AnyNode, head: Head, unit: Unit): void {
  const variable = unit.unique('key$');
  head.declare(variable);
  unit.keys.set(owner, variable);
  unit.before(key, `${variable} = ${unit.runtime('key')}(`);
  unit.after(key, ')');
}

/** Whether a later member takes the place of a method. */
function isReplaced(method: Method, members: readonly AnyNode[]): boolean {
  const name = method.computed ? null : staticName(method.key);
  if (name === null) return false;
  return members.slice(members.indexOf(method) + 1).some((later) => {
    if (later.type !== 'ClassMethod' && later.type !== 'ObjectMethod' && later.type !== 'ObjectProperty') return false;
    const isStatic = (member: AnyNode): boolean => member.type === 'ClassMethod' && member.static;
    return !later.computed && staticName(later.key) === name && isStatic(later) === isStatic(method);
  });
}

/** The calls that put functions in the place of generator methods, by kind. */
function calls(target: string, methods: readonly Method[], unit: Unit): string[] {
  return (['coroutine', 'asyncgen'] as const).flatMap((mode) => {
    const keys = methods.filter((method) => modeOf(method) === mode).map((method) => keyArgument(method, unit));
    if (keys.length === 0) return [];
    return [`${unit.runtime(mode === 'coroutine' ? 'methods' : 'asyncgens')}(${[target, ...keys].join(', ')});`];
  });
}

/** `async m() {}` of a class becomes `*m() {}`. */
function makeGenerator(method: ClassMethod | ObjectMethod, unit: Unit): void {
  const from = Math.max(startOf(method), ...(method.decorators ?? []).map((decorator) => endOf(decorator)));
  const token = findToken(unit.source, 'async', from);
  // A star could continue the initialiser of a field before.
  const first = token.start === startOf(method);
  const star = method.generator ? '' : '*';
  unit.replace(token.start, token.end, `${first && method.type === 'ClassMethod' ? ';' : ''}${star}`);
}

/** The body of a class. */
export const visitClassBody: Visitor<ClassBody> = (node, scope, walk) => {
  const { unit } = walk;
  walk.visitChildren(node, scope);
  const methods = node.body.filter(
    (member): member is ClassMethod => member.type === 'ClassMethod' && member.async && !isReplaced(member, node.body),
  );
  const undecorated = methods.filter((method) => (method.decorators ?? []).length === 0);
  const block = [
    ...calls(
      'this.prototype',
      undecorated.filter((method) => !method.static),
      unit,
    ),
    ...calls(
      'this',
      undecorated.filter((method) => method.static),
      unit,
    ),
    ...(unit.marks.get(node) ?? []),
  ];
  const fields = unit.fields.get(node) ?? [];
  const parts = [block.length === 0 ? '' : ` static { ${block.join(' ')} }`, ...fields.map((field) => ` ${field};`)];
  if (parts.some((part) => part !== '')) unit.insert(startOf(node) + 1, parts.join(''));
};

/** A method of a class. */
export const visitClassMethod: Visitor<ClassMethod> = (node, scope, walk) => {
  const { unit } = walk;
  if (!isAsyncFunction(node)) {
    visitMethodParts(node, inside(node, 'native', scope, unit), scope, walk);
    return;
  }
  const mode = modeOf(node);
  visitMethodParts(node, inside(node, mode, scope, unit), scope, walk);
  const decorators = node.decorators ?? [];
  if (decorators.length === 0 && node.computed) keepKey(node.key, node, scope.body, unit);
  const last = decorators.at(-1);
  if (last !== undefined) unit.after(last, ` @${unit.runtime(mode === 'coroutine' ? 'method' : 'asyncgenMethod')}`);
  makeGenerator(node, unit);
};

/** A private method: its body becomes another one, since nothing can take the place of a private method. */
export const visitClassPrivateMethod: Visitor<ClassPrivateMethod> = (node, scope, walk) => {
  const { unit } = walk;
  if (!isAsyncFunction(node)) {
    visitMethodParts(node, inside(node, 'native', scope, unit), scope, walk);
    return;
  }
  const mode = modeOf(node);
  visitMethodParts(node, inside(node, mode, scope, unit), scope, walk);
  const name = `#${node.key.id.name}`;
  const body = unit.unique(`${name}$`);
  const isStatic = node.static;
  const prefix = isStatic ? 'static ' : '';
  const start = unit.runtime(mode === 'coroutine' ? 'start' : 'startAsyncgen');
  const wrapper = `${name}(${unit.parameters(lengthOf(node))}) { return ${start}(this.${body}, this, arguments, this.${name}); }`;
  const decorators = node.decorators ?? [];
  const from = Math.max(startOf(node), ...decorators.map((decorator) => endOf(decorator)));
  unit.replace(from, endOf(node.key), `${decorators.length > 0 ? ' ' : ''}${prefix}${wrapper} ${prefix}*${body}`);
  const declare = unit.runtime(mode === 'coroutine' ? 'declare' : 'declareAsyncgen');
  const call = `${declare}(this.${name}, this.${body}, ${JSON.stringify(name)})`;
  const owner = unit.parentOf(node) as ClassBody;
  if (isStatic) append(unit.marks, owner, `${call};`);
  else append(unit.fields, owner, `${unit.unique(`${name}$marked`)} = ${call}`);
};

function append(lists: Map<AnyNode, string[]>, owner: AnyNode, text: string): void {
  const list = lists.get(owner);
  if (list === undefined) lists.set(owner, [text]);
  else list.push(text);
}

/** A method of an object literal. */
export const visitObjectMethod: Visitor<ObjectMethod> = (node, scope, walk) => {
  const { unit } = walk;
  if (!isAsyncFunction(node)) {
    visitMethodParts(node, inside(node, 'native', scope, unit), scope, walk);
    return;
  }
  const mode = modeOf(node);
  visitMethodParts(node, inside(node, mode, scope, unit), scope, walk);
  if (staysMethod(node)) {
    if (node.computed) keepKey(node.key, node, scope.body, unit);
    makeGenerator(node, unit);
    return;
  }
  const { text, access } = keyOf(staticName(node.key) ?? '');
  const key = text === '__proto__' ? '["__proto__"]' : text;
  unit.replace(startOf(node), endOf(node.key), `${key}: ${unit.runtime(mode)}({ *${text}`);
  unit.after(node, ` }${access})`);
};

function staysMethod(node: ObjectMethod): boolean {
  return node.computed || mentions(node, isSuperReference);
}

/** An object literal with methods that stay methods. */
export const visitObject: Visitor<ObjectExpression> = (node, scope, walk) => {
  const { unit } = walk;
  walk.visitChildren(node, scope);
  const methods = node.properties.filter(
    (property): property is ObjectMethod =>
      property.type === 'ObjectMethod' &&
      property.async &&
      staysMethod(property) &&
      !isReplaced(property, node.properties),
  );
  for (const mode of ['coroutine', 'asyncgen'] as const) {
    const keys = methods.filter((method) => modeOf(method) === mode).map((method) => keyArgument(method, unit));
    if (keys.length === 0) continue;
    unit.before(node, `${unit.runtime(mode === 'coroutine' ? 'methods' : 'asyncgens')}(`);
    unit.after(node, `, ${keys.join(', ')})`);
  }
};

/** A property with a computed key, whose value takes its name from that. */
export const visitObjectProperty: Visitor<ObjectProperty> = (node, scope, walk) => {
  const named = node.computed && isAnonymousAsyncFunction(node.value);
  if (named) keepKey(node.key, withoutWrapping(node.value), scope.body, walk.unit);
  walk.visitChildren(node, scope);
};

/** A field: its value has a `this` of its own, its key and decorators have not. */
export const visitField: Visitor<ClassProperty | ClassPrivateProperty | ClassAccessorProperty> = (
  node,
  scope,
  walk,
) => {
  const { value } = node;
  // The value is made later, when the same function may have come to another class with another key.
  if ('computed' in node && node.computed && value != null && isAnonymousAsyncFunction(value))
    keepKey(node.key, withoutWrapping(value), scope.block, walk.unit);
  const own: Scope = { ...scope, mode: 'native', lexical: null, derived: false, resources: null };
  visitOuterParts(node, scope, walk);
  if (value != null) walk.visit(value, own);
};

function visitMethodParts(
  node: ClassMethod | ClassPrivateMethod | ObjectMethod,
  inner: Scope,
  outer: Scope,
  walk: Walk,
): void {
  visitOuterParts(node, outer, walk);
  for (const param of node.params) walk.visit(param, inner);
  walk.visit(node.body, inner);
}

/** What belongs to the surroundings: decorators, and the key if it is computed. */
function visitOuterParts(
  node: Method | ClassPrivateMethod | ClassProperty | ClassPrivateProperty | ClassAccessorProperty,
  scope: Scope,
  walk: Walk,
): void {
  for (const decorator of node.decorators ?? []) walk.visit(decorator, scope);
  if ('computed' in node && node.computed) walk.visit(node.key, scope);
}
