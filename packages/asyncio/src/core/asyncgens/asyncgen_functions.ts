/**
 * Asynchronous generator functions: `asyncgen` makes them out of generator functions, which yield by
 * `yield* yield_(x)`, and of native `async function*`.
 */
import { TypeError } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import { NativeEngine, YieldedValue, type Engine } from './asyncgen_engines.js';
import { AsyncGenerator } from './asyncgens.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { helperKindOf, kindOf, mark, type FunctionKind } from '../common/function_kinds.js';

/** What `yield* asyncio.yield_(x)` gives out; its type carries the type of the values. @public */
export interface Yielding<T> {
  /** The value. */
  readonly value: T;
  /** Evaluates to what `asend` sends. */
  [Symbol.iterator](): Iterator<Yielding<T>, unknown, unknown>;
}

/**
 * Yields a value from an asynchronous generator in generator style: `yield* asyncio.yield_(x)`.
 *
 * @remarks
 * **Python.** `yield x` in an `async def`.
 *
 * @example
 * ```ts
 * const count = asyncio.asyncgen(function* (n: number) {
 *   for (let i = 0; i < n; i++) {
 *     yield* asyncio.sleep(0);
 *     yield* asyncio.yield_(i);
 *   }
 * });
 * const main = asyncio.coroutine(async () => {
 *   const seen: number[] = [];
 *   for await (const i of count(3)) seen.push(i);
 *   return seen;
 * });
 * await asyncio.run(main()); // => [0, 1, 2]
 * ```
 *
 * @returns What `asend` sends; null for `__anext__`.
 * @public
 */
export function yield_<T>(value: T): Yielding<T> {
  return new YieldedValue(value) as Iterable<unknown, unknown, unknown> as Yielding<T>;
}

/** The values that a generator-style body yields; those that bodies within it yield can't be known. @public */
export type YieldsOf<Y> = unknown extends Y
  ? unknown
  : [Extract<Y, Yielding<unknown>>] extends [never]
    ? unknown
    : Extract<Y, Yielding<unknown>> extends Yielding<infer T>
      ? T
      : unknown;

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function hasTag(value: unknown, tag: string): boolean {
  return Object.prototype.toString.call(value) === `[object ${tag}]`;
}

function engineOf(made: unknown, named: Named, fn: AnyFunction): Engine {
  if (hasTag(made, 'Generator')) return made as Engine;
  if (hasTag(made, 'AsyncGenerator')) return new NativeEngine(made as globalThis.AsyncGenerator, named);
  throw new TypeError(
    `a generator was expected from ${repr(fn)}, which asyncio.asyncgen() has wrapped, got ${repr(made)}`,
  );
}

/** The kinds of functions that can't be meant. */
const REFUSED: ReadonlySet<FunctionKind> = new Set<FunctionKind>(['coroutine', 'async', 'generator']);

function wrap(fn: AnyFunction): AnyFunction {
  const kind = kindOf(fn);
  if (kind === 'asyncgen') return fn;
  if (REFUSED.has(kind) || (kind === 'plain' && helperKindOf(fn) === 'coroutine')) throw notAGeneratorFunction(fn);
  const wrapper: AnyFunction =
    kind === 'raw generator'
      ? function (this: unknown): unknown {
          // eslint-disable-next-line prefer-rest-params -- passing `arguments` on makes no array
          return new AsyncGenerator(fn.apply(this, arguments as never) as Engine, wrapper);
        }
      : function (this: unknown, ...args: unknown[]): unknown {
          const named = wrapper as unknown as Named;
          const made = fn.apply(this, args);
          // One that TypeScript has compiled down makes them itself.
          if (made instanceof AsyncGenerator) return made;
          return new AsyncGenerator(engineOf(made, named, fn), named);
        };
  mark(wrapper, 'asyncgen', fn);
  return wrapper;
}

function notAGeneratorFunction(value: unknown): Error {
  return new TypeError(`a generator function was expected by asyncio.asyncgen(), got ${repr(value)}`);
}

/**
 * Decorates a method: makes it an asynchronous generator function. TypeScript keeps its type.
 *
 * @public
 */
export function asyncgen<
  M extends (this: never, ...args: never[]) => globalThis.AsyncGenerator | Generator<unknown, unknown, never>,
>(method: M, context: { readonly kind: 'method' }): M;
/**
 * Makes an asynchronous generator function of a generator function, which yields by `yield* asyncio.yield_(x)` and
 * awaits by `yield*`, or of a native `async function*`. It is also a decorator for methods, of both kinds that
 * TypeScript knows.
 *
 * @remarks
 * **Python.** An `async def` with `yield`.
 *
 * @example
 * ```ts
 * const letters = asyncio.asyncgen(async function* () {
 *   yield 'a';
 *   await asyncio.sleep(0);
 *   yield 'b';
 * });
 * const main = asyncio.coroutine(async () => {
 *   const iterator = letters();
 *   return [await iterator.__anext__(), await iterator.__anext__()];
 * });
 * await asyncio.run(main()); // => ['a', 'b']
 * ```
 *
 * @param fn - The function.
 * @throws TypeError if it is of another kind.
 * @public
 */
export function asyncgen<This, Args extends unknown[], T, S = unknown>(
  fn: (this: This, ...args: Args) => globalThis.AsyncGenerator<T, unknown, S>,
): (this: This, ...args: Args) => AsyncGenerator<T, S>;
export function asyncgen<This, Args extends unknown[], Y>(
  fn: (this: This, ...args: Args) => Generator<Y, unknown, never>,
): (this: This, ...args: Args) => AsyncGenerator<YieldsOf<Y>, unknown>;
export function asyncgen(target: object, key: string | symbol, descriptor: PropertyDescriptor): PropertyDescriptor;
export function asyncgen(target: unknown, second?: unknown, descriptor?: PropertyDescriptor): unknown {
  void second;
  // The decorators of TypeScript's `experimentalDecorators` get the prototype, the key and the descriptor.
  if (descriptor !== undefined && typeof descriptor.value === 'function') {
    return { ...descriptor, value: wrap(descriptor.value as AnyFunction) };
  }
  if (typeof target !== 'function') throw notAGeneratorFunction(target);
  return wrap(target as AnyFunction);
}
