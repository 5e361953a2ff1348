/**
 * The marks by which functions and objects of the library are known.
 *
 * All of them are registered symbols, so that two copies of the library in one process know each other's objects, and a
 * question about an object needs none of the kernel's classes at run time.
 */
import { FUNCTION_KIND, type MarkedKind } from '../core/function_kinds.js';

const COROUTINE: unique symbol = Symbol.for('asyncio-ts.coroutine') as never;
const ASYNC_GENERATOR: unique symbol = Symbol.for('asyncio-ts.async_generator') as never;

/** An object of ours that tells its state. */
export interface Inspectable {
  _inspect_state(): string;
}

/** An object or a function: what can have properties of its own. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function carries(value: unknown, brand: symbol): value is Inspectable {
  return isObject(value) && (value as Record<symbol, unknown>)[brand] === true;
}

/** Whether this is a coroutine object of the library. */
export function isCoroutineObject(value: unknown): value is Inspectable {
  return carries(value, COROUTINE);
}

/** Whether this is an asynchronous generator object of the library. */
export function isAsyncGeneratorObject(value: unknown): value is Inspectable {
  return carries(value, ASYNC_GENERATOR);
}

/**
 * Whether a function or one of its prototypes has this mark. Each prototype is asked by itself, since a function can be of
 * one kind and marked as another (`markcoroutinefunction` of a generator function), and is both then, as in Python.
 */
export function hasKind(fn: unknown, kind: MarkedKind): boolean {
  if (typeof fn !== 'function') return false;
  for (let holder: object | null = fn; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    if (Reflect.getOwnPropertyDescriptor(holder, FUNCTION_KIND)?.value === kind) return true;
  }
  return false;
}

/** Whether a function was made by the library's decorators. */
export function isMarked(fn: object): boolean {
  return FUNCTION_KIND in fn;
}

/** The name by which the language itself knows an object, the same in all realms: `AsyncFunction`, `Generator`, … */
export function nativeTag(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
