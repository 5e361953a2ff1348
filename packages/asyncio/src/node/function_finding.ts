/** How a worker gets a function that it was told of. */
import nodeProcess from 'node:process';
import { AttributeError, NameError, TypeError } from '../builtins/exceptions.js';
import { defineHidden } from '../builtins/repr.js';
import { importableAt, type Place } from '../concurrent/importable.js';
import type { FunctionReference } from './messages.js';

export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The compiler, which makes modules in TypeScript loadable where Node can't load them. */
const COMPILER = '@asyncio-ts/compiler/register';

/** How many texts stay evaluated, so that the engine need not optimise them anew. */
const KEPT_TEXTS = 256;

const byText = new Map<string, AnyFunction>();

/** How many modules are being imported for functions. */
let importing = 0;

/** Whether modules are being imported, so that what they begin to do at once isn't meant to happen here. */
export function isImporting(): boolean {
  return importing > 0;
}

/** Imports a module, for what it says to be importable or exports. */
export async function importForFunctions(url: string): Promise<Record<string, unknown>> {
  importing++;
  try {
    if (/\.[cm]?tsx?$/.test(url)) await prepareForTypes(url);
    return (await import(url)) as Record<string, unknown>;
  } finally {
    importing--;
  }
}

/** Where Node can't load TypeScript, the compiler can, if it is installed. A module that failed would stay so. */
async function prepareForTypes(url: string): Promise<void> {
  if ((nodeProcess.features as { readonly typescript?: unknown }).typescript || hasLoader()) return;
  try {
    await import(COMPILER);
  } catch (error) {
    throw new TypeError(
      `a worker can't load ${url}, which is TypeScript: install @asyncio-ts/compiler, or Node 22.18 or later`,
      { cause: error },
    );
  }
}

/** Whether the program was begun with a loader, which workers have as well. */
function hasLoader(): boolean {
  const { execArgv, env } = nodeProcess;
  return [...execArgv, env.NODE_OPTIONS ?? ''].some((option) =>
    /--(import|loader|experimental-loader|require)\b|-r\b/.test(option),
  );
}

/** A function by its module. */
export async function findInModule(place: Place): Promise<AnyFunction> {
  const known = importableAt(place);
  if (known !== undefined) return known as AnyFunction;
  const exports = await importForFunctions(place.module);
  // A module of CommonJS may have all it exports in its default only.
  const inner = exports.default as Record<string, unknown> | undefined;
  const found = importableAt(place) ?? exports[place.name] ?? inner?.[place.name];
  if (typeof found === 'function') return found as AnyFunction;
  if (typeof inner === 'function' && (inner as AnyFunction).name === place.name) return inner;
  throw new AttributeError(
    `module '${place.module}' has no attribute '${place.name}': export the function, or make it importable at the top of the module`,
  );
}

/** Bundlers that keep names call this around functions. */
function keepName<T extends object>(fn: T, name: string): T {
  defineHidden(fn, 'name', name);
  return fn;
}

function evaluate(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a function that came as its text has no other way
  const make = new Function('__name', `'use strict'; return (${text}\n);`) as (helper: typeof keepName) => unknown;
  return make(keepName);
}

/** A function by its text. */
function findByText(text: string, name: string): AnyFunction {
  const known = byText.get(text);
  if (known !== undefined) return known;
  let value: unknown;
  try {
    value = evaluate(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    value = methodIn(text, name);
  }
  if (byText.size >= KEPT_TEXTS) byText.clear();
  byText.set(text, value as AnyFunction);
  return value as AnyFunction;
}

/** The text of a method isn't an expression, but stands in one. */
function methodIn(text: string, name: string): unknown {
  try {
    return Object.values(evaluate(`{ ${text} }`) as object)[0];
  } catch (error) {
    throw new TypeError(`a worker can't make a function of the text of '${name}'`, { cause: error });
  }
}

/** Finds a function; at once if that is possible. */
export function findFunction(reference: FunctionReference): AnyFunction | Promise<AnyFunction> {
  return reference.from === 'text' ? findByText(reference.text, reference.name) : findInModule(reference);
}

/** Says what to do about a function that went as its text, and reaches for something that is outside of it. */
export function explainReach(error: unknown, reference: FunctionReference): unknown {
  if (reference.from !== 'text' || !(error instanceof ReferenceError)) return error;
  const missing = /^(\S+) is not defined$/.exec(error.message)?.[1];
  if (missing === undefined) return error;
  const what = reference.name === '' ? 'a function' : `'${reference.name}'`;
  return new NameError(
    `name '${missing}' is not defined: ${what} went to a worker as its text, which can't reach what is around it. Give ` +
      `'${missing}' as an argument; or put the function at the top of a module, importable(import.meta.url, function ` +
      'work(…) { … }), from asyncio.concurrent',
    { cause: error },
  );
}
