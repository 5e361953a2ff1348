/**
 * How functions and objects of the library are known: functions by the kernel's mark, objects by the one internal
 * method that tells their state. Neither needs the kernel's classes at run time, and both work for another copy of the
 * library in the same process.
 */
import { FUNCTION_KIND, type MarkedKind } from '../core/common/function_kinds.js';

/** An object of ours that tells its state. */
export interface Inspectable {
  _inspect_state(): string;
}

/** An object or a function: what can have properties of its own. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function tellsState(value: unknown, attribute: string): value is Inspectable {
  return isObject(value) && attribute in value && typeof (value as Partial<Inspectable>)._inspect_state === 'function';
}

/** Whether this is a coroutine object of the library. */
export function isCoroutineObject(value: unknown): value is Inspectable {
  return tellsState(value, 'cr_running');
}

/** Whether this is an asynchronous generator object of the library. */
export function isAsyncGeneratorObject(value: unknown): value is Inspectable {
  return tellsState(value, 'ag_running');
}

/**
 * Whether a function or one of its prototypes has this mark. Each prototype is asked by itself, since a function can be
 * of one kind and marked as another (`markcoroutinefunction` of a generator function), and is both then, as in Python.
 */
export function hasKind(fn: unknown, kind: MarkedKind): boolean {
  if (typeof fn !== 'function') return false;
  for (let holder: object | null = fn; holder !== null; holder = Reflect.getPrototypeOf(holder)) {
    if (Reflect.getOwnPropertyDescriptor(holder, FUNCTION_KIND)?.value === kind) return true;
  }
  return false;
}

/** The name by which the language itself knows an object, the same in all realms: `AsyncFunction`, `Generator`, … */
export function nativeTag(value: unknown): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1);
}
