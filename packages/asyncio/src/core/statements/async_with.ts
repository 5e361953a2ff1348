/** `async_with` and `enter`: asynchronous context managers. */
import { signature } from '../../builtins/arguments.js';
import { RuntimeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import type { Awaitable, Gen } from '../common/awaitable.js';
import { checkBody, startBody, type Body, type BodyOptions, type Delegate } from './bodies.js';
import { managerOf, type AnyContextManager, type AsyncContextManager, type Manager } from './context_managers.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';

import { ASYNC_WITH, WithCoroutine } from './with_coroutine.js';

export type { AnyContextManager, AsyncContextManager } from './context_managers.js';

/**
 * The mark of managers that need the body's exception, such as task groups: JavaScript's own disposal can't give it to
 * them, so `enter` refuses them.
 */
export const NEEDS_EXCEPTION: unique symbol = Symbol.for('asyncio-ts.needs_exception') as never;

/** The value that a manager gives to the body. @public */
export type EnteredValue<M> = M extends AsyncContextManager<infer T> ? T : M extends { __enter__(): infer T } ? T : M;

/** The values that several managers give to the body. @public */
export type EnteredValues<M extends readonly unknown[]> = {
  -readonly [K in keyof M]: EnteredValue<M[K]>;
} extends infer V extends unknown[]
  ? V
  : never;

/** Null for managers that may suppress the body's exception: what `async_with` gives then. @public */
export type Suppressed<M> = M extends
  { __aexit__(...args: never[]): Awaitable<infer S> } | { __exit__(...args: never[]): infer S }
  ? // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a native `__aexit__` returns Promise<void>
    [S] extends [null | undefined | void | false]
    ? never
    : null
  : never;

type AnyBody = Body<unknown[], unknown>;

/** Enters the managers at `index` and behind it, and runs the body with all their values. */
function* withMany(
  managers: readonly unknown[],
  index: number,
  values: unknown[],
  body: AnyBody,
  self: unknown,
): Gen<unknown> {
  if (index === managers.length) return yield* startBody(body, self, values);
  // No generator function: V8 is slow at making one for each call.
  const rest = (value: unknown): Gen<unknown> => {
    values.push(value);
    return withMany(managers, index + 1, values, body, self);
  };
  return yield* new WithCoroutine(managers[index], rest, undefined);
}

const ENTER = { name: 'enter' };
const AEXIT = { name: '__aexit__' };

const spec = signature('async_with(manager, body, *, this_)');

/**
 * Enters a manager, runs the body with what it gives, and leaves the manager, whatever happens. Several managers are
 * entered in order, and left in the opposite order.
 *
 * @remarks
 * **Python.** `async with manager as x:`. The manager sees the body's exception and may suppress or replace it.
 * Managers of the synchronous `with` and JavaScript's disposables are taken as well.
 *
 * **Cancellation.** Reaches the body, which is left through the manager.
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * const manager = {
 *   __aenter__: asyncio.coroutine(async () => { seen.push('enter'); return 7; }),
 *   __aexit__: asyncio.coroutine(async () => { seen.push('exit'); }),
 * };
 * const main = asyncio.coroutine(async () => {
 *   return await asyncio.async_with(manager, async (x) => { seen.push('body'); return x; });
 * });
 * [await asyncio.run(main()), seen]; // => [7, ['enter', 'body', 'exit']]
 * ```
 *
 * @param manager - A manager, or an array of managers.
 * @param body - A generator function or an `async` function; for an array it gets a value for each.
 * @param options - `this_`: the body's `this`.
 * @returns What the body returns, or null if the manager suppressed the body's exception.
 * @throws TypeError if it isn't a manager.
 * @public
 */
export function async_with<M extends readonly AnyContextManager<unknown>[], R>(
  manager: readonly [...M],
  body: Body<EnteredValues<M>, R>,
  options?: BodyOptions,
): Coroutine<R | Suppressed<M[number]>>;
export function async_with<M extends AnyContextManager<unknown>, R>(
  manager: M,
  body: Body<[EnteredValue<M>], R>,
  options?: BodyOptions,
): Coroutine<R | Suppressed<M>>;
export function async_with(...args: readonly unknown[]): Coroutine<unknown> {
  const isPlain = args.length === 2 && typeof args[1] === 'function';
  const [manager, body, self] = (isPlain ? args : spec.bind(args)) as [unknown, AnyBody, unknown];
  if (!isPlain) checkBody(body);
  if (!Array.isArray(manager)) return new WithCoroutine(manager, body, self);
  return new GeneratorCoroutine(withMany(manager, 0, [], body, self), ASYNC_WITH);
}

/** What {@link enter} gives: it leaves the manager when `await using` disposes of it. @public */
export interface EnteredManager<T> extends AsyncDisposable {
  /** What the manager gave. */
  readonly value: T;
}

/** A manager that was entered, for `await using`. */
export class Disposal<T> implements EnteredManager<T> {
  readonly value: T;
  readonly #manager: Manager;

  constructor(value: T, manager: Manager) {
    this.value = value;
    this.#manager = manager;
  }

  [Symbol.asyncDispose](): Coroutine<void> {
    return new GeneratorCoroutine(this.#leave(), AEXIT);
  }

  /** The manager, for who can show it the exception of its body. */
  static managerOf(disposal: Disposal<unknown>): Manager {
    return disposal.#manager;
  }

  *#leave(): Gen<void> {
    yield* this.#manager.leave(null, null);
  }
}

/** Why `await using` is refused for a manager that has to see the exception of its body. */
export function refuseDisposal(manager: object): Error {
  return new RuntimeError(
    `${typeName(manager)} has to see the exception of its body, which 'await using' can't show it in uncompiled code; ` +
      'use await asyncio.async_with(manager, async () => { … })',
  );
}

/** Who awaits `enter`. */
interface Awaiter {
  isCompiled: boolean;
}

function* enterForUsing<T>(manager: unknown, awaiter: Awaiter): Gen<EnteredManager<T>> {
  const needsException = manager !== null && typeof manager === 'object' && NEEDS_EXCEPTION in manager;
  if (needsException && !awaiter.isCompiled) throw refuseDisposal(manager);
  const protocol = managerOf(manager);
  return new Disposal(yield* protocol.enter() as Delegate<T>, protocol);
}

/** What `enter` gives. The `await using` of a compiled body shows managers the exception, so all are welcome there. */
class Entering<T> extends GeneratorCoroutine<EnteredManager<T>> {
  /** The name of its type. */
  static override get name(): string {
    return 'coroutine';
  }

  readonly #awaiter: Awaiter;

  constructor(manager: unknown) {
    const awaiter = { isCompiled: false };
    super(enterForUsing<T>(manager, awaiter), ENTER);
    this.#awaiter = awaiter;
  }

  override _awaitInFrame(): this {
    this.#awaiter.isCompiled = true;
    return super._awaitInFrame();
  }
}

/**
 * Enters a manager for `await using`: `await using lock_ = await asyncio.enter(lock)`.
 *
 * @remarks
 * **Python.** `async with`, for managers that needn't see the body's exception; the others are refused.
 *
 * **Cancellation.** While it waits, nothing is entered, and nothing is to be left.
 *
 * @example
 * ```ts
 * const lock = new asyncio.Lock();
 * const main = asyncio.coroutine(async () => {
 *   {
 *     await using held = await asyncio.enter(lock);
 *     void held;
 *     await asyncio.sleep(1);
 *   }
 *   return lock.locked();
 * });
 * await asyncio.run(main()); // => false
 * ```
 *
 * @param manager - The manager.
 * @returns An object that leaves the manager when it is disposed of; its `value` is what the manager gave.
 * @throws RuntimeError for a manager that has to see the body's exception.
 * @public
 */
export function enter<M extends AnyContextManager<unknown>>(manager: M): Coroutine<EnteredManager<EnteredValue<M>>> {
  return new Entering<EnteredValue<M>>(manager);
}
