/** The bodies of `async_with` and `async_for`: a generator function, an `async` function, or a plain function. */
import type { Gen } from './awaitable.js';
import { awaiting, isAwaitable } from './coroutine_functions.js';
import { kindOf } from './function_kinds.js';
import { NativeCoroutine } from './native.js';

/** A body. @public */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a body may declare any `this`
export type Body<Args extends unknown[], T> = (
  this: any,
  ...args: Args
) => Generator<unknown, T, never> | PromiseLike<T> | T;

/** The keyword of helpers that take a body. @public */
export interface BodyOptions {
  /** The body's `this`. */
  readonly this_?: unknown;
}

/** Runs a body to its end. */
export function* callBody<Args extends unknown[], T>(body: Body<Args, T>, self: unknown, args: Args): Gen<T> {
  if (kindOf(body as never) === 'async') {
    return yield* new NativeCoroutine(() => body.apply(self, args) as PromiseLike<T>, body);
  }
  const result: unknown = body.apply(self, args);
  if (Object.prototype.toString.call(result) === '[object Generator]') return yield* result as Gen<T>;
  return isAwaitable(result) ? ((yield* awaiting(result)) as T) : (result as T);
}
