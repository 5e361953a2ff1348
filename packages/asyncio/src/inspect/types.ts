/**
 * What kind of thing an object is: function, method, class, module.
 *
 * JavaScript has one type for all callables, so these go by what the language lets one see. What a function's source
 * text says is decided by the engine and can't be feigned: only functions of the host and bound ones end in
 * `{ [native code] }`, which no program could write.
 */
import { isObject, nativeTag } from './brands.js';

/** Any function. @public */
export type AnyFunction = (...args: never[]) => unknown;
/** Any class, abstract ones included. @public */
export type AnyClass = (abstract new (...args: never[]) => unknown) & {
  readonly name: string;
  readonly prototype: object;
};

const NATIVE_CODE = /\{\s*\[native code\]\s*\}\s*$/;

/** The text between a function's first and last token, as it was written. */
export function sourceText(fn: unknown): string {
  return Function.prototype.toString.call(fn);
}

/** Whether a function has no source in JavaScript: it is the host's own, or made by `.bind()`. */
export function isNative(fn: unknown): boolean {
  return NATIVE_CODE.test(sourceText(fn));
}

function isBound(fn: unknown): boolean {
  if (typeof fn !== 'function' || Object.hasOwn(fn, 'prototype')) return false;
  const name: unknown = Reflect.getOwnPropertyDescriptor(fn, 'name')?.value;
  return typeof name === 'string' && name.startsWith('bound ') && isNative(fn);
}

/**
 * Whether `object` is a class: one written as `class`, or a constructor of the host, such as `Map`.
 *
 * @remarks
 * **Python.** `inspect.isclass`. An old-style constructor, `function Point() {}`, looks like any other function and is
 * taken for one.
 *
 * @example
 * ```ts
 * [asyncio.Queue, Map, asyncio.sleep, new asyncio.Event()].map(asyncio.inspect.isclass); // => [true, true, false, false]
 * ```
 *
 * @public
 */
export function isclass(object: unknown): object is AnyClass {
  if (typeof object !== 'function') return false;
  // Of all callables only classes and the host's constructors have a prototype that can't be replaced; a frozen
  // function has one as well, so the text decides.
  const prototype = Reflect.getOwnPropertyDescriptor(object, 'prototype');
  if (prototype?.writable !== false || !isObject(prototype.value)) return false;
  return /^(?:class\b|@)/.test(sourceText(object)) || isNative(object);
}

/**
 * Whether `object` is a method bound to its object.
 *
 * In JavaScript `obj.method` is the bare function, which knows nothing of `obj`; a method that keeps its object is one
 * that `.bind(obj)` made. So this is true of bound functions, and of functions that carry Python's `__self__` and
 * `__func__`.
 *
 * @remarks
 * **Python.** `inspect.ismethod`. JavaScript doesn't tell what a bound function is bound to, so there is no `__self__`
 * to read from it; and a function with arguments bound (Python's `functools.partial`) can't be told from a bound
 * method.
 *
 * @example
 * ```ts
 * const future = new asyncio.Future({ loop: asyncio.new_event_loop() });
 * asyncio.inspect.ismethod(future.done); // => false
 * asyncio.inspect.ismethod(future.done.bind(future)); // => true
 * ```
 *
 * @public
 */
export function ismethod(object: unknown): object is AnyFunction {
  return isBound(object) || (typeof object === 'function' && '__self__' in object && '__func__' in object);
}

/**
 * Whether `object` is a function of the host, implemented in native code, such as `Math.max`.
 *
 * @remarks
 * **Python.** `inspect.isbuiltin`. Native constructors are classes, bound functions are methods; neither is a builtin.
 *
 * @example
 * ```ts
 * [Math.max, Map, asyncio.sleep].map(asyncio.inspect.isbuiltin); // => [true, false, false]
 * ```
 *
 * @public
 */
export function isbuiltin(object: unknown): object is AnyFunction {
  return typeof object === 'function' && isNative(object) && !isclass(object) && !ismethod(object);
}

/**
 * Whether `object` is a function written in JavaScript: a declaration, expression, arrow or method, of any kind.
 *
 * @remarks
 * **Python.** `inspect.isfunction`. Classes, bound functions and functions of the host are none.
 *
 * @example
 * ```ts
 * const add = (a: number, b: number) => a + b;
 * [add, add.bind(null), Math.max, class {}].map(asyncio.inspect.isfunction); // => [true, false, false, false]
 * ```
 *
 * @public
 */
export function isfunction(object: unknown): object is AnyFunction {
  return typeof object === 'function' && !isNative(object) && !isclass(object) && !ismethod(object);
}

/**
 * Whether `object` is any kind of function: a user's, a bound one, or one of the host.
 *
 * @remarks
 * **Python.** `inspect.isroutine`.
 *
 * @example
 * ```ts
 * const add = (a: number, b: number) => a + b;
 * [add, add.bind(null), Math.max, class {}].map(asyncio.inspect.isroutine); // => [true, true, true, false]
 * ```
 *
 * @public
 */
export function isroutine(object: unknown): object is AnyFunction {
  return typeof object === 'function' && !isclass(object);
}

/**
 * Whether `object` is a module: what `import * as name` gives, or the exports of a module compiled to CommonJS.
 *
 * @remarks
 * **Python.** `inspect.ismodule`. The exports of a CommonJS module that was written as such are an ordinary object.
 *
 * @example
 * ```ts node
 * import * as path from 'node:path';
 *
 * asyncio.inspect.ismodule(path); // => true
 * asyncio.inspect.ismodule({ ...path }); // => false
 * ```
 *
 * @public
 */
export function ismodule(object: unknown): boolean {
  if (!isObject(object)) return false;
  return nativeTag(object) === 'Module' || Reflect.getOwnPropertyDescriptor(object, '__esModule')?.value === true;
}

/**
 * Whether `object` is a data descriptor: the accessor (`get` and `set`) that {@link getattr_static} gives for a
 * property, or an object with Python's `__set__` or `__delete__`.
 *
 * @remarks
 * **Python.** `inspect.isdatadescriptor`.
 *
 * @example
 * ```ts
 * class Circle {
 *   radius = 1;
 *   get area() { return 3.14 * this.radius ** 2; }
 * }
 * asyncio.inspect.isdatadescriptor(asyncio.inspect.getattr_static(new Circle(), 'area')); // => true
 * asyncio.inspect.getmembers_static(Circle, asyncio.inspect.isdatadescriptor).map(([name]) => name).includes('area'); // => true
 * ```
 *
 * @public
 */
export function isdatadescriptor(object: unknown): boolean {
  if (typeof object !== 'object' || object === null) return false;
  if (isAccessor(object)) return true;
  const { __set__, __delete__ } = object as { __set__?: unknown; __delete__?: unknown };
  return typeof __set__ === 'function' || typeof __delete__ === 'function';
}

/** Whether this is the description of a property with a getter or setter. */
export function isAccessor(descriptor: object): boolean {
  const { get, set } = descriptor as PropertyDescriptor;
  return (
    Object.hasOwn(descriptor, 'get') &&
    Object.hasOwn(descriptor, 'set') &&
    (typeof get === 'function' || typeof set === 'function') &&
    Object.hasOwn(descriptor, 'enumerable') &&
    Object.hasOwn(descriptor, 'configurable')
  );
}

/** The property `key` of an object or the nearest of its prototypes that has it, without asking getters. */
export function findDescriptor(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  for (let holder: object | null = object; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(holder, key);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}
