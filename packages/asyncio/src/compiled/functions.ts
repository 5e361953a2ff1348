/** Functions that a compiler has made: their calls make coroutines and asynchronous generators of generators. */
import { TypeError } from '../builtins/exceptions.js';
import { repr } from '../builtins/repr.js';
import { AsyncGenerator } from '../core/asyncgens/asyncgens.js';
import { CompiledCoroutine, type Body } from './coroutines.js';
import { CompiledEngine } from './asyncgens.js';
import type { Coroutine } from '../core/coroutines/coroutines.js';
import { bodyOf, stampAsyncgen, stampCoroutine, type AnyFunction, type BodyFunction } from './marks.js';

/** The body of a call whose parameters could not be evaluated: that is an error of the coroutine, not of the call. */
export class FailedBody implements Body<never> {
  readonly #error: unknown;

  constructor(error: unknown) {
    this.#error = error;
  }

  next(): never {
    throw this.#error;
  }

  throw(error: unknown): never {
    throw error;
  }

  return(): void {
    // There is nothing to let go of.
  }
}

function refuseNew(fn: AnyFunction): Error {
  return new globalThis.TypeError(`${fn.name === '' ? '(intermediate value)' : fn.name} is not a constructor`);
}

/**
 * Makes the coroutine of a call.
 *
 * @param body - The generator function.
 * @param self - The `this` of the call.
 * @param args - The `arguments` of the call.
 * @param fn - The function that is called.
 * @param newTarget - The `new.target` of the call.
 * @public
 */
export function start(
  body: BodyFunction,
  self: unknown,
  args: IArguments,
  fn: AnyFunction,
  newTarget?: unknown,
): Coroutine<unknown> {
  if (newTarget !== undefined) throw refuseNew(fn);
  let generator: Body<unknown>;
  try {
    // Not `body.apply`: V8 looks that up slowly in a function that has been given a name.
    generator = Reflect.apply(body, self, args) as Body<unknown>;
  } catch (error) {
    generator = new FailedBody(error);
  }
  return new CompiledCoroutine(generator, fn);
}

/**
 * Makes the asynchronous generator of a call. Here an error in the parameters is one of the call, as in JavaScript.
 *
 * @param body - The generator function.
 * @param self - The `this` of the call.
 * @param args - The `arguments` of the call.
 * @param fn - The function that is called.
 * @param newTarget - The `new.target` of the call.
 * @public
 */
export function startAsyncgen(
  body: BodyFunction,
  self: unknown,
  args: IArguments,
  fn: AnyFunction,
  newTarget?: unknown,
): AsyncGenerator<unknown> {
  if (newTarget !== undefined) throw refuseNew(fn);
  return new AsyncGenerator(new CompiledEngine(Reflect.apply(body, self, args) as Body<unknown>, fn), fn);
}

function nameBoth(fn: AnyFunction, body: BodyFunction, name: string): void {
  const descriptor = { value: name, configurable: true };
  Object.defineProperty(body, 'name', descriptor);
  if (fn.name !== name) Object.defineProperty(fn, 'name', descriptor);
  // A native one has no such property; it can't be taken away. Private methods have none.
  if (Object.hasOwn(fn, 'prototype')) fn.prototype = undefined;
}

/**
 * Makes a declared function a coroutine function. Nothing happens the second time.
 *
 * @param fn - The function, which calls {@link start}.
 * @param body - The generator function beside it.
 * @param name - The name of both, if it isn't that of the function.
 * @public
 */
export function declare(fn: AnyFunction, body: BodyFunction, name?: string): void {
  if (bodyOf(fn) !== undefined) return;
  stampCoroutine(fn, body);
  nameBoth(fn, body, name ?? fn.name);
}

/**
 * Makes a declared function an asynchronous generator function. Nothing happens the second time.
 *
 * @param fn - The function, which calls {@link startAsyncgen}.
 * @param body - The generator function beside it.
 * @param name - The name of both, if it isn't that of the function.
 * @public
 */
export function declareAsyncgen(fn: AnyFunction, body: BodyFunction, name?: string): void {
  if (bodyOf(fn) !== undefined) return;
  stampAsyncgen(fn, body);
  nameBoth(fn, body, name ?? fn.name);
}

/** The `this` of a function that has none of its own is that of its calls. */
const OF_THE_CALL: unique symbol = Symbol('this');

/* eslint-disable prefer-rest-params -- passing `arguments` on makes no array; the
   parameters are there to be counted */

/**
 * Makes a function around a body. A method in an object has no `prototype` and can't be constructed, as native `async`
 * functions; the name in brackets is what it is called, and the number of parameters its length, at no further cost: an
 * arrow function, which is made anew each time that it is evaluated, takes 0.27 µs to make, and with a redefined
 * `length` 1.1. Each does what {@link start} does by itself: handed on, `arguments` would be an object, and 50 awaits
 * deep take a sixth longer.
 */
function wrap(body: BodyFunction, self: unknown): AnyFunction {
  const { name, length } = body;
  let fn: AnyFunction;
  switch (length) {
    case 0:
      fn = {
        [name](this: unknown) {
          let generator: Body<unknown>;
          try {
            generator = body.apply(self === OF_THE_CALL ? this : self, arguments as never);
          } catch (error) {
            generator = new FailedBody(error);
          }
          return new CompiledCoroutine(generator, fn);
        },
      }[name] as AnyFunction;
      break;
    case 1:
      fn = {
        [name](this: unknown, _0: unknown) {
          let generator: Body<unknown>;
          try {
            generator = body.apply(self === OF_THE_CALL ? this : self, arguments as never);
          } catch (error) {
            generator = new FailedBody(error);
          }
          return new CompiledCoroutine(generator, fn);
        },
      }[name] as AnyFunction;
      break;
    case 2:
      fn = {
        [name](this: unknown, _0: unknown, _1: unknown) {
          let generator: Body<unknown>;
          try {
            generator = body.apply(self === OF_THE_CALL ? this : self, arguments as never);
          } catch (error) {
            generator = new FailedBody(error);
          }
          return new CompiledCoroutine(generator, fn);
        },
      }[name] as AnyFunction;
      break;
    default:
      fn = {
        [name](this: unknown, _0: unknown, _1: unknown, _2: unknown) {
          let generator: Body<unknown>;
          try {
            generator = body.apply(self === OF_THE_CALL ? this : self, arguments as never);
          } catch (error) {
            generator = new FailedBody(error);
          }
          return new CompiledCoroutine(generator, fn);
        },
      }[name] as AnyFunction;
      if (length !== 3) Object.defineProperty(fn, 'length', { value: length, configurable: true });
  }
  stampCoroutine(fn, body);
  return fn;
}

function wrapAsyncgen(body: BodyFunction): AnyFunction {
  const { name, length } = body;
  const fn = {
    [name](this: unknown) {
      return startAsyncgen(body, this, arguments, fn);
    },
  }[name] as AnyFunction;
  if (length !== 0) Object.defineProperty(fn, 'length', { value: length, configurable: true });
  stampAsyncgen(fn, body);
  return fn;
}

/* eslint-enable prefer-rest-params */

/** Refuses what is no function. */
function check(body: unknown): void {
  if (typeof body !== 'function') throw new TypeError(`a generator function was expected, got ${repr(body)}`);
}

/**
 * Makes a coroutine function of a generator function whose `yield` is `await`: a function expression, a method.
 *
 * @param body - The generator function.
 * @public
 */
export function coroutine<Args extends unknown[], T>(
  body: (...args: Args) => Generator<unknown, T, never>,
): (...args: Args) => Coroutine<T> {
  check(body);
  return wrap(body as never, OF_THE_CALL) as never;
}

/**
 * Makes a coroutine function of a generator function that stands for an arrow function.
 *
 * @param body - The generator function.
 * @param self - Its `this`, whoever calls it.
 * @public
 */
export function arrow<Args extends unknown[], T>(
  body: (...args: Args) => Generator<unknown, T, never>,
  self?: unknown,
): (...args: Args) => Coroutine<T> {
  check(body);
  return wrap(body as never, self) as never;
}

/**
 * Makes an asynchronous generator function of a generator function whose `yield` is `await`, and which yields by
 * `yield yield_(x)`.
 *
 * @param body - The generator function.
 * @public
 */
export function asyncgen<Args extends unknown[], T>(
  body: (...args: Args) => Generator<unknown, unknown, never>,
): (...args: Args) => AsyncGenerator<T> {
  check(body);
  return wrapAsyncgen(body as never) as never;
}
