/**
 * The attributes of objects and classes, by Python's idea of where they are found.
 *
 * In Python a class holds its methods itself. In JavaScript they are on its `prototype`, and the class holds what is
 * `static`. So the attributes of a class are here those of both, the static ones first, where they have the same name.
 */
import { isKeywords, signature } from '../builtins/arguments.js';
import { AttributeError } from '../builtins/exceptions.js';
import { str, typeName } from '../builtins/repr.js';
import { isObject } from './brands.js';
import { type AnyClass, findDescriptor, isAccessor, isclass } from './types.js';

/** A test for the values of members. @public */
export type MemberPredicate = (value: unknown) => unknown;

/** A name and its value. @public */
export type Member = [name: string, value: unknown];

/** What every function has of its own; a class has attributes of these names only where it declares them itself. */
const INTRINSIC = new Set<PropertyKey>(['length', 'name', 'prototype']);

function isIntrinsic(holder: object, key: PropertyKey): boolean {
  if (typeof holder !== 'function' || !INTRINSIC.has(key)) return false;
  const descriptor = Reflect.getOwnPropertyDescriptor(holder, key);
  return descriptor?.writable === false && descriptor.enumerable === false;
}

/**
 * An object and its prototypes; of a class only the classes it extends, since `Function.prototype` is its own class's.
 */
function* holdersOf(object: object): Generator<object> {
  const isClassItself = isclass(object);
  for (let holder: object | null = object; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    if (isClassItself && typeof holder === 'function' && !isclass(holder)) return;
    yield holder;
  }
}

function staticDescriptor(cls: object, key: PropertyKey): PropertyDescriptor | undefined {
  for (const holder of holdersOf(cls)) {
    if (!isIntrinsic(holder, key)) {
      const descriptor = Reflect.getOwnPropertyDescriptor(holder, key);
      if (descriptor !== undefined) return descriptor;
    }
  }
  return undefined;
}

/** An attribute of a class: a static one of it or its bases, or a method. */
export function classDescriptor(cls: AnyClass, key: PropertyKey): PropertyDescriptor | undefined {
  return staticDescriptor(cls, key) ?? findDescriptor(cls.prototype, key);
}

function descriptorOf(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  // What a class has because it is a function comes last, as what Python finds in the class's own class.
  return (isclass(object) ? classDescriptor(object, key) : undefined) ?? findDescriptor(object, key);
}

const attrSpec = signature('getattr_static(obj!, attr, default?!)');

/**
 * The attribute of an object, without running any code of it: a property's accessor is returned, not called.
 *
 * A property with a getter or setter comes as its descriptor, `{ get, set, enumerable, configurable }`, which stands
 * for Python's `property` object. Of a class the methods are found as well as the static attributes.
 *
 * @remarks
 * **Python.** `inspect.getattr_static`. A `Proxy` can't be told from what it stands for: its traps do run.
 *
 * @example
 * ```ts
 * class Circle {
 *   get area() { return 3.14; }
 * }
 * const area = asyncio.inspect.getattr_static(new Circle(), 'area') as PropertyDescriptor;
 * typeof area.get; // => 'function'
 * asyncio.inspect.getattr_static(new Circle(), 'radius', 1); // => 1
 * ```
 *
 * @param obj - Any value.
 * @param attr - The attribute's name; also as keyword, with `default`.
 * @param fallback - What to return if there is none.
 * @throws {@link AttributeError} if there is none, and no default.
 * @public
 */
export function getattr_static(obj: unknown, attr: PropertyKey, fallback?: unknown): unknown;
export function getattr_static(
  obj: unknown,
  keywords: { readonly attr: PropertyKey; readonly default?: unknown },
): unknown;
export function getattr_static(...args: readonly unknown[]): unknown {
  const [obj, attr, fallback] = attrSpec.bind(args);
  const hasFallback = args.length > 2 || (isKeywords(args[1]) && Object.hasOwn(args[1], 'default'));
  return findStatic(obj, attr, hasFallback ? [fallback] : []);
}

function findStatic(obj: unknown, attr: unknown, defaults: readonly unknown[]): unknown {
  const isName = typeof attr === 'string' || typeof attr === 'symbol';
  if (isName && obj !== null && obj !== undefined) {
    const descriptor = descriptorOf(Object(obj) as object, attr);
    if (descriptor !== undefined) return isAccessor(descriptor) ? descriptor : (descriptor.value as unknown);
  }
  if (defaults.length > 0) return defaults[0];
  throw new AttributeError(str(attr));
}

/** The attribute as code would get it, calling its getter; of a class the accessor itself, since it has no instance. */
function getattr(object: object, name: string): unknown {
  if (!isclass(object)) return (object as Record<string, unknown>)[name];
  const descriptor = staticDescriptor(object, name);
  return descriptor === undefined ? getattr_static(object, name) : (object as unknown as Record<string, unknown>)[name];
}

/** The names of all attributes, sorted; as Python's `dir`, for a class without those of its own class. */
function namesOf(object: object): string[] {
  const names = new Set<string>();
  const roots = isclass(object) ? [object, object.prototype] : [object];
  for (const root of roots) {
    for (const holder of holdersOf(root)) {
      for (const name of Object.getOwnPropertyNames(holder)) {
        if (!isclass(object) || !isIntrinsic(holder, name)) names.add(name);
      }
    }
  }
  return [...names].sort();
}

/** The getters on the root of all functions that refuse every answer. */
function isPoisoned(object: object, name: string): boolean {
  return typeof object === 'function' && (name === 'arguments' || name === 'caller');
}

function collect(
  object: unknown,
  predicate: MemberPredicate | null | undefined,
  getter: (object: object, name: string) => unknown,
): Member[] {
  if (object === null || object === undefined) return [];
  const target = isObject(object) ? object : (Object(object) as object);
  const members: Member[] = [];
  for (const name of namesOf(target)) {
    if (isPoisoned(target, name)) continue;
    let value: unknown;
    try {
      value = getter(target, name);
    } catch (error) {
      if (error instanceof AttributeError) continue;
      throw error;
    }
    if (predicate === null || predicate === undefined || Boolean(predicate(value))) members.push([name, value]);
  }
  return members;
}

/** The keyword arguments of {@link getmembers}. @public */
export interface MemberKeywords {
  /** Keeps the members of whose values it answers true. */
  readonly predicate?: MemberPredicate | null | undefined;
}

const GETMEMBERS = signature('getmembers(object!, predicate?)');
const GETMRO = signature('getmro(cls)');
const GETMEMBERS_STATIC = signature('getmembers_static(object!, predicate?)');

/**
 * All members of an object, as `[name, value]` pairs sorted by name; with a predicate those whose values it accepts.
 *
 * Of a class these are its static members and its methods; of an object also those of its prototypes, down to
 * `Object.prototype`, as in Python down to `object`. Members with symbols for their keys have no name, and are left
 * out.
 *
 * @remarks
 * **Python.** `inspect.getmembers`. Getters are called; of a class, which has no instance to ask, they come as their
 * descriptors. A getter that throws `AttributeError` counts as absent.
 *
 * @example
 * ```ts
 * class Greeter {
 *   static polite = true;
 *   greet() { return 'hello'; }
 * }
 * asyncio.inspect.getmembers(Greeter, asyncio.inspect.isfunction).map(([name]) => name); // => ['greet']
 * ```
 *
 * @public
 */
export function getmembers(object: unknown, predicate?: MemberPredicate | MemberKeywords | null): Member[];
export function getmembers(...args: unknown[]): Member[] {
  const [object, predicate] = GETMEMBERS.bind(args) as [unknown, MemberPredicate | null | undefined];
  return collect(object, predicate, getattr);
}

/**
 * The same, without running any code of the object: properties come as their descriptors, as {@link getattr_static}
 * gives them.
 *
 * @remarks
 * **Python.** `inspect.getmembers_static`.
 *
 * @example
 * ```ts
 * const lazy = {
 *   get size(): number {
 *     throw new Error('not yet');
 *   },
 * };
 * asyncio.inspect.getmembers_static(lazy, (value) => typeof value !== 'function').some(([name]) => name === 'size'); // => true
 * ```
 *
 * @public
 */
export function getmembers_static(object: unknown, predicate?: MemberPredicate | MemberKeywords | null): Member[];
export function getmembers_static(...args: unknown[]): Member[] {
  const [object, predicate] = GETMEMBERS_STATIC.bind(args) as [unknown, MemberPredicate | null | undefined];
  return collect(object, predicate, getattr_static);
}

/**
 * A class and the classes it extends, the nearest first, down to `Object`: the order in which attributes are looked up.
 *
 * @remarks
 * **Python.** `inspect.getmro`.
 *
 * @example
 * ```ts
 * class Base {}
 * class Derived extends Base {}
 * asyncio.inspect.getmro(Derived); // => [Derived, Base, Object]
 * ```
 *
 * @throws {@link AttributeError} for what is no class.
 * @public
 */
export function getmro(cls: AnyClass | { readonly cls: AnyClass }): AnyClass[];
export function getmro(...args: unknown[]): AnyClass[] {
  const [cls] = GETMRO.bind(args);
  if (!isclass(cls)) throw new AttributeError(`'${typeName(cls)}' object has no attribute '__mro__'`);
  const classes: AnyClass[] = [cls];
  let prototype = Reflect.getPrototypeOf(cls.prototype);
  for (; prototype !== null; prototype = Reflect.getPrototypeOf(prototype)) {
    const constructor: unknown = Reflect.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    if (typeof constructor === 'function') classes.push(constructor as AnyClass);
  }
  return classes;
}
