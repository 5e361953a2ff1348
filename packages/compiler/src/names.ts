/**
 * The names of functions. A generator function that stands for another one is written as a method of an object literal,
 * `{ *f() {} }.f`: that gives it the name, which it wouldn't bind in its body, and its `length` as well.
 */
import { isFunction, isWrapping, withoutWrapping, type Node } from './nodes.js';
import type { Unit } from './unit.js';

/** A key of an object literal, and how to read what it holds. */
export interface Key {
  readonly text: string;
  readonly access: string;
}

/** The key of a name; any string may be one. */
export function keyOf(name: string): Key {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return { text: name, access: `.${name}` };
  const quoted = JSON.stringify(name);
  return { text: quoted, access: `[${quoted}]` };
}

/** A key that a variable holds. */
function keyIn(variable: string): Key {
  return { text: `[${variable}]`, access: `[${variable}]` };
}

/** What a name that is written out as a key says, or null if it is to be computed. */
export function staticName(key: Node): string | null {
  switch (key.type) {
    case 'Identifier':
      return key.name;
    case 'StringLiteral':
      return key.value;
    case 'NumericLiteral':
    case 'BigIntLiteral':
      return String(key.value);
    case 'PrivateName':
      return `#${key.id.name}`;
    default:
      return null;
  }
}

/** The name of a function that has none of its own, by the place where it stands; null where there is none either. */
export function inferredKey(fn: Node, unit: Unit): Key | null {
  const variable = unit.keys.get(fn);
  if (variable !== undefined) return keyIn(variable);
  let value = fn;
  let parent = unit.parentOf(fn);
  while (parent !== undefined && isWrapping(parent)) {
    value = parent;
    parent = unit.parentOf(parent);
  }
  const name = parent === undefined ? null : nameOfValue(parent, value);
  return name === null ? null : keyOf(name);
}

function nameOfValue(parent: Node, value: Node): string | null {
  switch (parent.type) {
    case 'VariableDeclarator':
      return identifierName(parent.id);
    case 'AssignmentPattern':
      return identifierName(parent.left);
    case 'AssignmentExpression':
      return /^(\|\||&&|\?\?)?=$/.test(parent.operator) ? identifierName(parent.left) : null;
    case 'ObjectProperty':
      return parent.computed || parent.value !== value || isPrototype(parent.key) ? null : staticName(parent.key);
    case 'ClassProperty':
    case 'ClassAccessorProperty':
      return parent.computed ? null : staticName(parent.key);
    case 'ClassPrivateProperty':
      return staticName(parent.key);
    case 'ExportDefaultDeclaration':
      return 'default';
    default:
      return null;
  }
}

function identifierName(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : null;
}

/** `{ __proto__: value }` sets the prototype, and names nothing. */
function isPrototype(key: Node): boolean {
  return staticName(key) === '__proto__';
}

/** Whether an expression is a function that takes its name from where it stands. */
export function isAnonymousAsyncFunction(expression: Node): boolean {
  const node = withoutWrapping(expression);
  if (!isFunction(node) || !node.async) return false;
  return node.type === 'ArrowFunctionExpression' || (node.type === 'FunctionExpression' && node.id == null);
}
