/** The bodies of `async_with` and `async_for`: a generator function, an `async` function, or a plain function. */
import { TypeError } from '../../builtins/exceptions.js';
import { notCallable } from '../../builtins/argument_errors.js';
import type { Suspension } from '../common/awaitable.js';
import { await_, isAwaitable } from '../futures/awaiting.js';
import { kindOf, type FunctionKind } from '../common/function_kinds.js';
import { NativeCoroutine } from '../coroutines/native.js';

/** A body. @public */
export type Body<Args extends unknown[], T> = (
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a body may declare any `this`
  this: any,
  ...args: Args
) => Generator<unknown, T, never> | PromiseLike<T> | T;

/** The keyword of helpers that take a body. @public */
export interface BodyOptions {
  /** The body's `this`. */
  readonly this_?: unknown;
}

/** What `yield*` takes. */
export type Delegate<T> = Iterable<Suspension, T, unknown>;

/** Evaluates to a value at once. */
export class Immediate<T> implements Delegate<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }

  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    return { next: () => ({ done: true, value: this.value }) };
  }
}

/** Refuses what can't be a body. */
export function checkBody(body: unknown): void {
  if (typeof body !== 'function') throw new TypeError(notCallable(body));
}

/** Calls a body of one argument, as most are; the result is to be delegated to with `yield*`. */
export function startBodyWith<V, T>(
  body: Body<[V], T>,
  self: unknown,
  value: V,
  kind: FunctionKind = kindOf(body),
): Delegate<T> {
  // The usual kind needs no list of arguments.
  if (kind === 'raw generator') return body.call(self, value) as Generator<Suspension, T, unknown>;
  return startBody(body, self, [value], kind);
}

/** Delegates to a generator that has begun already, and waits: first it gives out what that has given. */
class Begun<T> implements Delegate<T>, Iterator<Suspension, T, unknown> {
  readonly #generator: Generator<Suspension, T, unknown>;
  #first: IteratorYieldResult<Suspension> | null;

  constructor(generator: Generator<Suspension, T, unknown>, first: IteratorYieldResult<Suspension>) {
    this.#generator = generator;
    this.#first = first;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(value: unknown): IteratorResult<Suspension, T> {
    const first = this.#first;
    if (first === null) return this.#generator.next(value);
    this.#first = null;
    return first;
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    return this.#generator.throw(error);
  }

  return(value: T): IteratorResult<Suspension, T> {
    return this.#generator.return(value);
  }
}

/** A body that waits, or has to be begun by its task: what is to be delegated to. */
export class WaitingBody<T> implements Delegate<T> {
  readonly #rest: Delegate<T>;

  constructor(rest: Delegate<T>) {
    this.#rest = rest;
  }

  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    return this.#rest[Symbol.iterator]();
  }
}

/** Runs a body up to its first wait: gives its result if it comes to none, which spares a delegation. */
export function runBody<V, T>(body: Body<[V], T>, self: unknown, value: V, kind: FunctionKind): T | WaitingBody<T> {
  if (kind !== 'raw generator') return runOther(body, self, value, kind);
  const generator = body.call(self, value) as Generator<Suspension, T, unknown>;
  const first = generator.next();
  return first.done === true ? first.value : new WaitingBody(new Begun(generator, first));
}

/** The same for a body that is no generator function. */
function runOther<V, T>(body: Body<[V], T>, self: unknown, value: V, kind: FunctionKind): T | WaitingBody<T> {
  if (kind === 'async') return new WaitingBody(startBody(body, self, [value], kind));
  const result: unknown = body.call(self, value);
  // What is no object is no generator, nor can it be awaited.
  if (result === null || (typeof result !== 'object' && typeof result !== 'function')) return result as T;
  const delegate = delegateTo<T>(result);
  return delegate instanceof Immediate ? (delegate as Immediate<T>).value : new WaitingBody(delegate);
}

/** Calls a body, whose kind may be known; the result is to be delegated to with `yield*`. */
export function startBody<Args extends unknown[], T>(
  body: Body<Args, T>,
  self: unknown,
  args: Args,
  kind: FunctionKind = kindOf(body),
): Delegate<T> {
  if (kind === 'raw generator') return body.apply(self, args) as Generator<Suspension, T, unknown>;
  // A native body begins in a step of its own, on behalf of its task.
  if (kind === 'async') return new NativeCoroutine(() => body.apply(self, args) as PromiseLike<T>, body);
  return delegateTo<T>(body.apply(self, args));
}

/** What a body has returned that was an ordinary function. */
function delegateTo<T>(result: unknown): Delegate<T> {
  if (Object.prototype.toString.call(result) === '[object Generator]') {
    return result as Generator<Suspension, T, unknown>;
  }
  return isAwaitable(result) ? (await_(result) as Delegate<T>) : new Immediate(result as T);
}
