/** Python's `repr` and `str` of the values that JavaScript has. */
import { reprBytes, reprDate, reprNumber, reprPattern, reprString, strDate } from './literals.js';
import { className, isClass, isPlainObject, isRoot, isTuple, tagOf } from './type_names.js';

export { asTuple, isClass, isPlainObject, typeName } from './type_names.js';

/** The key under which Node's `util.inspect` looks for an object's own text. */
export const INSPECT: symbol = Symbol.for('nodejs.util.inspect.custom');

// Addresses are made up: they only have to be different, stable, and to look like Python's on 64-bit Linux.
const FIRST_ADDRESS = 0x7f1c3a5d0010;
const ADDRESS_STEP = 0x30;
const addresses = new WeakMap<object, string>();
let nextAddress = FIRST_ADDRESS;

/**
 * A made-up but stable address for an object, `0x7f…` with twelve digits, as Python's reprs show.
 *
 * @param target - The object or function.
 */
export function address(target: object): string {
  let text = addresses.get(target);
  if (text === undefined) {
    text = `0x${nextAddress.toString(16)}`;
    nextAddress += ADDRESS_STEP;
    addresses.set(target, text);
  }
  return text;
}

// The objects whose repr is being made, outermost first. A container that meets itself writes `[...]`.
const active: object[] = [];

/**
 * Makes a text that may contain itself: `fill` stands for the inner occurrence, as with Python's
 * `reprlib.recursive_repr`.
 *
 * @param target - The object whose text it is.
 * @param make - Makes the text.
 * @param fill - What to write where `target` occurs in its own text.
 */
export function recursiveRepr(target: object, make: () => string, fill = '...'): string {
  if (active.includes(target)) return fill;
  active.push(target);
  try {
    return make();
  } finally {
    active.pop();
  }
}

interface Described {
  readonly __repr__?: unknown;
  readonly __str__?: unknown;
  readonly __name__?: unknown;
  readonly __qualname__?: unknown;
}

function method(target: object, name: '__repr__' | '__str__'): (() => unknown) | null {
  const found = (target as Described)[name];
  return typeof found === 'function' ? (found as () => unknown) : null;
}

function reprFunction(value: object & Described): string {
  if (isClass(value)) return `<class '${className(value)}'>`;
  for (const name of [value.__qualname__, value.__name__, (value as { name?: unknown }).name]) {
    if (typeof name === 'string' && name !== '') return `<function ${name} at ${address(value)}>`;
  }
  return `<function <lambda> at ${address(value)}>`;
}

function reprItems(open: string, items: Iterable<unknown>, close: string): string {
  return open + Array.from(items, repr).join(', ') + close;
}

function reprPairs(pairs: Iterable<readonly [unknown, unknown]>): string {
  return `{${Array.from(pairs, ([key, value]) => `${repr(key)}: ${repr(value)}`).join(', ')}}`;
}

function reprArray(items: readonly unknown[]): string {
  const tuple = isTuple(items);
  return recursiveRepr(items, () => (tuple ? reprTuple(items) : reprItems('[', items, ']')), tuple ? '(...)' : '[...]');
}

/** The text of a tuple: what an array is where Python has one, such as an exception's several arguments. */
export function reprTuple(items: readonly unknown[]): string {
  return items.length === 1 ? `(${repr(items[0])},)` : reprItems('(', items, ')');
}

/** The text of an object that brings none of its own. */
function reprObject(value: object): string {
  if (Array.isArray(value)) return reprArray(value as unknown[]);
  if (isPlainObject(value)) return recursiveRepr(value, () => reprPairs(Object.entries(value)), '{...}');
  const tag = tagOf(value);
  switch (tag) {
    case 'Map':
      return recursiveRepr(value, () => reprPairs(value as Map<unknown, unknown>), '{...}');
    case 'Set':
      if ((value as Set<unknown>).size === 0) return 'set()';
      return recursiveRepr(value, () => reprItems('{', value as Set<unknown>, '}'), 'set(...)');
    case 'Uint8Array':
      return reprBytes(value as Uint8Array);
    case 'Date':
      return isValid(value as Date) ? reprDate(value as Date) : reprInstance(value);
    case 'RegExp':
      return reprPattern(value as RegExp);
    case 'Error':
    case 'DOMException':
      return reprNativeError(value as Error);
    case 'Generator':
      return `<generator object at ${address(value)}>`;
    case 'AsyncGenerator':
      return `<async_generator object at ${address(value)}>`;
    case 'Number':
    case 'String':
    case 'Boolean':
    case 'BigInt':
    case 'Symbol':
      return repr((value as { valueOf: () => unknown }).valueOf());
    default:
      if (value instanceof Error) return reprNativeError(value);
      return reprInstance(value);
  }
}

function isValid(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

function reprInstance(value: object): string {
  return `<${className((value as { constructor?: unknown }).constructor)} object at ${address(value)}>`;
}

function reprNativeError(error: Error): string {
  return `${error.name}(${error.message === '' ? '' : reprString(error.message)})`;
}

/**
 * Python's `repr(x)`: the text of a value as a programmer wants to see it.
 *
 * @remarks
 * **Python.** The built-in function. An object's own `__repr__()` is asked first; the values of JavaScript read as
 * those of Python that they stand for.
 *
 * @example
 * ```ts
 * asyncio.repr("it's"); // => '"it\'s"'
 * asyncio.repr([1, null, true, new Set(['a'])]); // => "[1, None, True, {'a'}]"
 * asyncio.repr(new asyncio.ValueError('x')); // => "ValueError('x')"
 * ```
 *
 * @param value - Any value.
 * @public
 */
export function repr(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return reprString(value);
    case 'number':
      return reprNumber(value);
    case 'bigint':
      return value.toString();
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return 'None';
    case 'symbol':
      return value.toString();
    default:
      break;
  }
  if (value === null) return 'None';
  const object = value as object;
  // A class inherits nothing from its instances, but may well have a static `__repr__`, as Python's metaclasses do.
  const own = method(object, '__repr__');
  if (own !== null) return String(own.call(object));
  return typeof value === 'function' ? reprFunction(object) : reprObject(object);
}

/**
 * Python's `str(x)`: the text of a value as a reader wants to see it.
 *
 * @remarks
 * **Python.** The built-in function. An object's `__str__()` is asked first, then its `__repr__()`, then a `toString()`
 * of its own.
 *
 * @example
 * ```ts
 * asyncio.str('x'); // => 'x'
 * asyncio.str(null); // => 'None'
 * asyncio.str(new asyncio.ExceptionGroup('eg', [new asyncio.ValueError(1)])); // => 'eg (1 sub-exception)'
 * ```
 *
 * @param value - Any value.
 * @public
 */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return repr(value);
  const own = method(value, '__str__') ?? method(value, '__repr__');
  if (own !== null) return String(own.call(value));
  const tag = tagOf(value);
  if (tag === 'Date') return isValid(value as Date) ? strDate(value as Date) : repr(value);
  if (tag === 'String') return (value as { valueOf: () => string }).valueOf();
  if (value instanceof Error || tag === 'Error' || tag === 'DOMException') return (value as Error).message;
  if (hasOwnText(value)) return String(value);
  return repr(value);
}

/** Whether an instance of a class that isn't the language's brings a `toString` of its own, as a `URL` does. */
function hasOwnText(value: object): boolean {
  const text: unknown = (value as { toString?: unknown }).toString;
  if (typeof text !== 'function' || tagOf(value) === 'RegExp') return false;
  for (let owner: object | null = value; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    if (Object.hasOwn(owner, 'toString')) {
      // Arrays and byte arrays inherit a text that isn't Python's; so does anything from the root prototype.
      return !Array.isArray(value) && !ArrayBuffer.isView(value) && !isRoot(owner);
    }
  }
  return false;
}

/** Defines a property that enumeration, and so Node's `inspect`, doesn't show. */
export function defineHidden(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}

/**
 * Makes `String(x)` and Node's `util.inspect(x)` give what `repr(x)` gives.
 *
 * @param constructor - A class with a `__repr__()` method.
 */
export function installRepr(constructor: { readonly prototype: object }): void {
  const prototype = constructor.prototype;
  defineHidden(prototype, 'toString', function toString(this: object): string {
    return str(this);
  });
  defineHidden(prototype, INSPECT, function inspect(this: object): string {
    return repr(this);
  });
}
