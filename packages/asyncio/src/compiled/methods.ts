/** Methods of classes and objects: generators that are put in their places as coroutine functions. */
import { asyncgen, coroutine } from './functions.js';
import type { AnyFunction } from './marks.js';

type Wrap = (body: never) => AnyFunction;

function replace(target: object, keys: readonly (string | symbol)[], wrap: Wrap): void {
  for (const key of keys) {
    const descriptor = Reflect.getOwnPropertyDescriptor(target, key) as PropertyDescriptor;
    descriptor.value = wrap(descriptor.value as never);
    Object.defineProperty(target, key, descriptor);
  }
}

/**
 * Makes generator methods coroutine functions, in their places.
 *
 * @param target - The object that has them: a prototype, a class, an object literal.
 * @param keys - Their names.
 * @returns The target.
 * @public
 */
export function methods<T extends object>(target: T, ...keys: readonly (string | symbol)[]): T {
  replace(target, keys, coroutine);
  return target;
}

/**
 * Makes generator methods asynchronous generator functions, in their places.
 *
 * @param target - The object that has them.
 * @param keys - Their names.
 * @returns The target.
 * @public
 */
export function asyncgens<T extends object>(target: T, ...keys: readonly (string | symbol)[]): T {
  replace(target, keys, asyncgen);
  return target;
}

/** Decorators get the prototype, the key and the descriptor (TypeScript's old ones), or the method and its context. */
function decorate(first: unknown, descriptor: PropertyDescriptor | undefined, wrap: Wrap): unknown {
  if (descriptor === undefined) return wrap(first as never);
  return { ...descriptor, value: wrap(descriptor.value as never) };
}

/**
 * A decorator that makes a generator method a coroutine function.
 *
 * @param first - The method, or the prototype.
 * @param second - The context, or the name.
 * @param descriptor - The property.
 * @public
 */
export function method(first: unknown, second?: unknown, descriptor?: PropertyDescriptor): unknown {
  void second;
  return decorate(first, descriptor, coroutine);
}

/**
 * A decorator that makes a generator method an asynchronous generator function.
 *
 * @param first - The method, or the prototype.
 * @param second - The context, or the name.
 * @param descriptor - The property.
 * @public
 */
export function asyncgenMethod(first: unknown, second?: unknown, descriptor?: PropertyDescriptor): unknown {
  void second;
  return decorate(first, descriptor, asyncgen);
}

/**
 * The property key that a value stands for between brackets; it is asked only once.
 *
 * @param value - Any value.
 * @public
 */
export function key(value: unknown): string | symbol {
  return Reflect.ownKeys({ [value as string]: null })[0] as string | symbol;
}

/**
 * An object that stands for `super` in a body that is no method.
 *
 * @param get - Reads a property of `super`.
 * @param set - Writes one.
 * @public
 */
export function superOf(
  get: (key: string | symbol) => unknown,
  set: (key: string | symbol, value: unknown) => void,
): object {
  return new Proxy(Object.create(null) as object, {
    get: (_target, name) => get(name),
    set(_target, name, value) {
      set(name, value);
      return true;
    },
  });
}
