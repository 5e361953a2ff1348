/** How a function is told to a worker. */
import nodeProcess from 'node:process';
import { TypeError } from '../builtins/exceptions.js';
import { placeOf, type Place } from '../concurrent/importable.js';
import { markOf } from '../core/common/function_kinds.js';
import type { FunctionReference } from './messages.js';

type AnyFunction = (...args: never[]) => unknown;

/** The modules of Node whose functions block. */
const BLOCKING = ['child_process', 'crypto', 'fs', 'zlib'];

let nodeFunctions: Map<unknown, Place> | null = null;

/** The place of a function of Node, or null. */
function placeInNode(fn: AnyFunction): Place | null {
  if (nodeFunctions === null) {
    nodeFunctions = new Map();
    for (const name of BLOCKING) {
      for (const [key, value] of Object.entries(nodeProcess.getBuiltinModule(`node:${name}`) as object)) {
        if (typeof value === 'function') nodeFunctions.set(value, { module: `node:${name}`, name: key });
      }
    }
  }
  return nodeFunctions.get(fn) ?? null;
}

/** The expression that gives a function of the language, such as `Math.max`, or null. */
function globalExpression(fn: AnyFunction): string | null {
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = Object.getOwnPropertyDescriptor(globalThis, name)?.value as unknown;
    if (value === fn) return name;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) continue;
    if (Object.getOwnPropertyDescriptor(value, fn.name)?.value === fn) return `${name}.${fn.name}`;
  }
  return null;
}

const CURE =
  'Put it at the top of a module, importable(import.meta.url, function work(…) { … }), from asyncio.concurrent';

/** Finds out how a worker can get a function. */
export function referenceTo(fn: AnyFunction): FunctionReference {
  const place = placeOf(fn) ?? placeInNode(fn);
  if (place !== null) return { from: 'module', ...place };
  if (markOf(fn) !== undefined) {
    throw new TypeError(`a worker can't get the coroutine function '${fn.name}' from its text. ${CURE}`);
  }
  const text = Function.prototype.toString.call(fn);
  if (!/\{\s*\[native code\]\s*\}$/.test(text)) return { from: 'text', text, name: fn.name };
  const expression = globalExpression(fn);
  if (expression !== null) return { from: 'text', text: expression, name: fn.name };
  throw new TypeError(`a worker can't get the bound or built-in function '${fn.name}', which has no text. ${CURE}`);
}
