/** Abstract classes: those with methods that are still to be implemented. */
import { isObject } from './brands.js';
import { classDescriptor } from './members.js';
import { isclass } from './types.js';

interface Abstractness {
  readonly __abstractmethods__?: Iterable<string>;
}

interface Method {
  readonly __isabstractmethod__?: unknown;
}

/** What Python says of a class and its bases: the names in their `__abstractmethods__`, and all names of methods. */
function candidates(cls: { readonly prototype: object }): Set<string> {
  const names = new Set<string>();
  for (let holder: object | null = cls; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    if (!Object.hasOwn(holder, '__abstractmethods__')) continue;
    for (const name of (holder as Abstractness).__abstractmethods__ ?? []) names.add(name);
  }
  for (let holder: object | null = cls.prototype; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    for (const name of Object.getOwnPropertyNames(holder)) names.add(name);
  }
  return names;
}

/**
 * Whether `object` is a class with methods that are still to be implemented.
 *
 * TypeScript's `abstract` leaves no trace at run time. What Python writes into a class is understood: the names in
 * a static `__abstractmethods__`, of the class or its bases, that the class has no method for; and methods with
 * `__isabstractmethod__` set.
 *
 * @remarks
 * **Python.** `inspect.isabstract`.
 *
 * @example
 * ```ts
 * class Shape {
 *   static __abstractmethods__ = ['area'];
 * }
 * class Square extends Shape {
 *   area() { return 1; }
 * }
 * asyncio.inspect.isabstract(Shape); // => true
 * asyncio.inspect.isabstract(Square); // => false
 * ```
 *
 * @public
 */
export function isabstract(object: unknown): boolean {
  if (!isclass(object)) return false;
  for (const name of candidates(object)) {
    const method = classDescriptor(object, name);
    if (method === undefined) return true;
    const implementation: unknown = method.value ?? method.get ?? method.set;
    if (isObject(implementation) && (implementation as Method).__isabstractmethod__ === true) return true;
  }
  return false;
}
