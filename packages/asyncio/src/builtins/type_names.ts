/** What kind of thing a JavaScript value is in Python's terms. */

interface Described {
  readonly __module__?: unknown;
}

const tuples = new WeakSet<object>();

/** Marks an array as what Python has a tuple for, so that its repr has parentheses. */
export function asTuple<T extends readonly unknown[]>(items: T): T {
  tuples.add(items);
  return items;
}

/** Whether a function is a class: only those have a `prototype` that can't be replaced. */
export function isClass(value: unknown): boolean {
  if (typeof value !== 'function') return false;
  const descriptor = Object.getOwnPropertyDescriptor(value, 'prototype');
  return descriptor?.writable === false;
}

/** A class's name, with the module it claims to belong to, as Python's reprs show it. */
export function className(constructor: unknown): string {
  if (typeof constructor !== 'function' || constructor.name === '') return 'object';
  const module = Object.hasOwn(constructor, '__module__') ? (constructor as Described).__module__ : undefined;
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${constructor.name}` : constructor.name;
}

/** The name of a value's Python type, as error messages give it: `int`, `str`, `NoneType`, or the class's name. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'NoneType';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    case 'symbol':
      return 'Symbol';
    case 'function':
      return isClass(value) ? 'type' : 'function';
    default:
      return objectTypeName(value as object | null);
  }
}

/** Whether {@link asTuple} has marked an array. */
export function isTuple(items: object): boolean {
  return tuples.has(items);
}

function objectTypeName(value: object | null): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return isTuple(value) ? 'tuple' : 'list';
  if (isPlainObject(value)) return 'dict';
  const tag = tagOf(value);
  if (tag === 'Uint8Array') return 'bytes';
  if (tag === 'Generator') return 'generator';
  if (tag === 'AsyncGenerator') return 'async_generator';
  const constructor = (value as { constructor?: unknown }).constructor;
  if (typeof constructor !== 'function' || constructor.name === '') return 'object';
  if (constructor.name === 'Map') return 'dict';
  return constructor.name === 'Set' ? 'set' : constructor.name;
}

/** The built-in kind of an object of any realm: `Map`, `Date`, `Error`, … */
export function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Whether a value is an object literal, of any realm, or has no prototype at all. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return isRoot(prototype as object);
}

/** Whether a prototype is `Object.prototype`, of any realm: a root, and the only one with this method for its own. */
export function isRoot(prototype: object): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf');
}
