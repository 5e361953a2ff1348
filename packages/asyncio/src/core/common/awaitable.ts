/** What can be awaited, as types; and the marks by which the library knows its own objects. */
import type { Coroutine } from '../coroutines/coroutines.js';
import type { Future } from '../futures/futures.js';

/**
 * What a coroutine gives out while it waits, for its task: what it waits for, or nothing for a turn of the loop.
 *
 * @public
 */
export type Suspension = Future<unknown> | Coroutine<unknown> | null | undefined;

/** The generator behind a coroutine in generator style: annotate a recursive one with it. @public */
export type Gen<T> = Generator<Suspension, T, unknown>;

/** An object of the user's own with Python's protocol: `__await__` returns an iterator. @public */
export interface HasAwait<T> {
  /** Python's protocol: the iterator that is driven until it ends with the result. */
  __await__(): Iterator<unknown, T, unknown>;
}

/**
 * What a decorated generator method returns as far as TypeScript knows: a decorator can't change the type. It is a
 * coroutine.
 *
 * @public
 */
export type Decorated<T> = Generator<unknown, T, never>;

/**
 * Whatever `await` takes: a coroutine, a future or task, an object with `__await__`, a promise or other thenable.
 *
 * @public
 */
export type Awaitable<T> = Coroutine<T> | Future<T> | HasAwait<T> | PromiseLike<T> | Decorated<T>;

/** The same, or a function of no arguments that makes a coroutine. @public */
export type AwaitableOrThunk<T> = Awaitable<T> | (() => Awaitable<T>);

/**
 * What an iterator yields while a coroutine waits. One object for all, written just before it is handed over: `yield*`
 * passes it on without a copy, and the driver at the bottom reads it at once.
 */
export const YIELDED: { done: false; value: unknown } = { done: false, value: undefined };

/** The same for the end: `yield*` takes the value out at once. */
export const RETURNED: { done: true; value: unknown } = { done: true, value: undefined };

/** What is known of a chain of coroutines while it comes to a wait, from the innermost outwards, or ends. */
export const suspension: {
  /** What a coroutine that yields just now waits for; from it the coroutines around learn their `cr_await`. */
  on: unknown;
  /** Whether that is a coroutine which can be resumed by itself, since its awaiter has nothing to do with it. */
  direct: boolean;
  /** The innermost of the bodies that await each other so. */
  innermost: Coroutine<unknown> | null;
  /** How many there are, from the innermost to the one that comes to the wait now. */
  depth: number;
  /** A coroutine that was resumed by itself has ended, and its awaiter is about to hear of it. */
  ended: boolean;
} = { on: null, direct: false, innermost: null, depth: 0, ended: false };
