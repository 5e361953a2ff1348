/** How far coroutines and generators have come. */
import { AttributeError, NotImplementedError, TypeError } from '../builtins/exceptions.js';
import { repr, typeName } from '../builtins/repr.js';
import type { AsyncGeneratorState } from '../core/asyncgens/asyncgens.js';
import type { CoroutineState } from '../core/coroutines/coroutine_states.js';
import { isAsyncGeneratorObject, isCoroutineObject, isObject } from './brands.js';
import { isasyncgen, isgenerator } from './objects.js';

/** Made, and not begun. @public */
export const CORO_CREATED = 'CORO_CREATED';
/** Executing right now. @public */
export const CORO_RUNNING = 'CORO_RUNNING';
/** Waiting at an await. @public */
export const CORO_SUSPENDED = 'CORO_SUSPENDED';
/** Over. @public */
export const CORO_CLOSED = 'CORO_CLOSED';

/** Made, and not begun. @public */
export const GEN_CREATED = 'GEN_CREATED';
/** Executing right now. @public */
export const GEN_RUNNING = 'GEN_RUNNING';
/** Waiting at a yield. @public */
export const GEN_SUSPENDED = 'GEN_SUSPENDED';
/** Over. @public */
export const GEN_CLOSED = 'GEN_CLOSED';

/** Made, and not begun. @public */
export const AGEN_CREATED = 'AGEN_CREATED';
/** Executing right now, or waiting at an await. @public */
export const AGEN_RUNNING = 'AGEN_RUNNING';
/** Waiting at a yield. @public */
export const AGEN_SUSPENDED = 'AGEN_SUSPENDED';
/** Over. @public */
export const AGEN_CLOSED = 'AGEN_CLOSED';

/** The states of a generator. @public */
export type GeneratorState = 'GEN_CREATED' | 'GEN_RUNNING' | 'GEN_SUSPENDED' | 'GEN_CLOSED';

type Progress = 'CREATED' | 'RUNNING' | 'SUSPENDED' | 'CLOSED';

/**
 * Reads the state as Python does, from the three attributes `cr_running`, `cr_suspended`, `cr_frame` (or `gi_…`,
 * `ag_…`), so that objects which only behave as generators can be asked as well.
 */
function progressOf(object: unknown, prefix: 'cr' | 'gi' | 'ag'): Progress {
  if (ask(object, `${prefix}_running`)) return 'RUNNING';
  if (ask(object, `${prefix}_suspended`)) return 'SUSPENDED';
  return isNone(attribute(object, `${prefix}_frame`)) ? 'CLOSED' : 'CREATED';
}

function attribute(object: unknown, name: string): unknown {
  if (!isObject(object) || !(name in object)) {
    throw new AttributeError(`'${typeName(object)}' object has no attribute '${name}'`);
  }
  return (object as Record<string, unknown>)[name];
}

function ask(object: unknown, name: string): boolean {
  return Boolean(attribute(object, name));
}

function isNone(value: unknown): boolean {
  return value === null || value === undefined;
}

function stateOfHostGenerator(kind: string, cure: string): Error {
  return new NotImplementedError(
    `JavaScript doesn't tell how far a native ${kind} has come: the only way to learn it would be to resume it. ${cure}`,
  );
}

function noLocals(kind: string): Error {
  return new NotImplementedError(
    `the local variables of ${kind} can't be read: JavaScript shows them to nobody but the function itself`,
  );
}

/**
 * The state of a coroutine: `CORO_CREATED`, `CORO_RUNNING`, `CORO_SUSPENDED` or `CORO_CLOSED`. It is exact always.
 *
 * @remarks
 * **Python.** `inspect.getcoroutinestate`.
 *
 * @example
 * ```ts
 * const coro = asyncio.sleep(1);
 * asyncio.inspect.getcoroutinestate(coro); // => 'CORO_CREATED'
 * coro.close();
 * asyncio.inspect.getcoroutinestate(coro); // => 'CORO_CLOSED'
 * ```
 *
 * @throws {@link AttributeError} if this is no coroutine.
 * @public
 */
export function getcoroutinestate(coroutine: unknown): CoroutineState {
  if (isCoroutineObject(coroutine)) return coroutine._inspect_state() as CoroutineState;
  return `CORO_${progressOf(coroutine, 'cr')}`;
}

/**
 * The state of a generator that tells it: an object with `gi_running`, `gi_suspended` and `gi_frame`.
 *
 * @remarks
 * **Python.** `inspect.getgeneratorstate`, of any generator. What a `function*` returns keeps its state to itself.
 *
 * @example
 * ```ts
 * const recorded = { gi_running: false, gi_suspended: true, gi_frame: {} };
 * asyncio.inspect.getgeneratorstate(recorded); // => 'GEN_SUSPENDED'
 * ```
 *
 * @throws {@link NotImplementedError} for a native generator; {@link AttributeError} for what is no generator.
 * @public
 */
export function getgeneratorstate(generator: unknown): GeneratorState {
  if (isgenerator(generator) && !('gi_running' in generator)) {
    throw stateOfHostGenerator('generator', 'A coroutine made of it with asyncio.coroutine can be asked');
  }
  return `GEN_${progressOf(generator, 'gi')}`;
}

/**
 * The state of an asynchronous generator: `AGEN_CREATED`, `AGEN_RUNNING`, `AGEN_SUSPENDED` or `AGEN_CLOSED`.
 *
 * @remarks
 * **Python.** `inspect.getasyncgenstate`. Those made by {@link asyncgen} can be asked; what a bare `async function*`
 * returns keeps its state to itself.
 *
 * @example
 * ```ts
 * const numbers = asyncio.asyncgen(function* () {
 *   yield* asyncio.yield_(1);
 * });
 * const main = asyncio.coroutine(async () => {
 *   const generator = numbers();
 *   const states = [asyncio.inspect.getasyncgenstate(generator)];
 *   await asyncio.anext(generator);
 *   states.push(asyncio.inspect.getasyncgenstate(generator));
 *   await generator.aclose();
 *   return [...states, asyncio.inspect.getasyncgenstate(generator)];
 * });
 * await asyncio.run(main()); // => ['AGEN_CREATED', 'AGEN_SUSPENDED', 'AGEN_CLOSED']
 * ```
 *
 * @throws {@link NotImplementedError} for a native asynchronous generator; {@link AttributeError} for what is none.
 * @public
 */
export function getasyncgenstate(agen: unknown): AsyncGeneratorState {
  if (isAsyncGeneratorObject(agen)) return agen._inspect_state() as AsyncGeneratorState;
  if (isasyncgen(agen) && !('ag_running' in agen)) {
    throw stateOfHostGenerator('asynchronous generator', 'Make the function with asyncio.asyncgen to have it tracked');
  }
  return `AGEN_${progressOf(agen, 'ag')}`;
}

/**
 * The local variables of a coroutine: none, once it is closed.
 *
 * @remarks
 * **Python.** `inspect.getcoroutinelocals`. Before its end a coroutine has local variables that JavaScript doesn't
 * show.
 *
 * @example
 * ```ts
 * const coroutine = asyncio.sleep(1);
 * try {
 *   asyncio.inspect.getcoroutinelocals(coroutine);
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * coroutine.close();
 * asyncio.inspect.getcoroutinelocals(coroutine); // => {}
 * ```
 *
 * @returns An empty object for a coroutine that is over, and for everything that is no coroutine.
 * @throws {@link NotImplementedError} for a coroutine that isn't over.
 * @public
 */
export function getcoroutinelocals(coroutine: unknown): Record<string, unknown> {
  if (isCoroutineObject(coroutine) && coroutine._inspect_state() !== CORO_CLOSED) throw noLocals('a coroutine');
  return {};
}

/**
 * The local variables of a generator, which JavaScript doesn't show.
 *
 * @remarks
 * **Python.** `inspect.getgeneratorlocals`.
 *
 * @example
 * ```ts
 * const count = function* () {
 *   yield 1;
 * };
 * try {
 *   asyncio.inspect.getgeneratorlocals(count());
 * } catch (error) {
 *   error instanceof asyncio.NotImplementedError; // => true
 * }
 * ```
 *
 * @throws {@link NotImplementedError} for a generator; {@link TypeError} for anything else.
 * @public
 */
export function getgeneratorlocals(generator: unknown): Record<string, unknown> {
  if (!isgenerator(generator)) throw new TypeError(`${repr(generator)} is not a Python generator`);
  throw noLocals('a generator');
}

/**
 * The local variables of an asynchronous generator: none, once it is closed.
 *
 * @remarks
 * **Python.** `inspect.getasyncgenlocals`. Before its end it has local variables that JavaScript doesn't show.
 *
 * @example
 * ```ts
 * try {
 *   asyncio.inspect.getasyncgenlocals([1, 2, 3]);
 * } catch (error) {
 *   asyncio.repr(error); // => "TypeError('[1, 2, 3] is not a Python async generator')"
 * }
 * ```
 *
 * @returns An empty object for one that is over.
 * @throws {@link NotImplementedError} for one that isn't over; {@link TypeError} for anything else.
 * @public
 */
export function getasyncgenlocals(agen: unknown): Record<string, unknown> {
  if (!isasyncgen(agen)) throw new TypeError(`${repr(agen)} is not a Python async generator`);
  if (isAsyncGeneratorObject(agen) && agen._inspect_state() === AGEN_CLOSED) return {};
  throw noLocals('an asynchronous generator');
}
