/**
 * `await_`: awaits what is no coroutine and no future.
 *
 *     an object with __await__                AwaitedObject, which drives the iterator
 *     Python's protocol of coroutines         ForeignCoroutine, which drives `send` and `throw`
 *     a promise, any other thenable           NativeCoroutine: like a native body that is on its way already
 */
import { notCallable } from '../../builtins/argument_errors.js';
import { RuntimeError, StopIteration, TypeError } from '../../builtins/exceptions.js';
import { typeName } from '../../builtins/repr.js';
import { YIELDED, suspension, type Awaitable, type HasAwait } from '../common/awaitable.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { CLOSED, CREATED, RUNNING, SUSPENDED } from '../coroutines/coroutine_states.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { Future, isfuture } from './futures.js';
import { NativeCoroutine } from '../coroutines/native.js';

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}

/** Whether a value can be awaited. */
export function isAwaitable(value: unknown): value is Awaitable<unknown> {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  if (value instanceof Coroutine || isfuture(value)) return true;
  return typeof (value as { __await__?: unknown }).__await__ === 'function' || isThenable(value);
}

/**
 * Whether an object is a promise of the host's or something like it, and not one of the library's or Python's
 * awaitables.
 */
export function isForeignThenable(value: object): value is PromiseLike<unknown> {
  if (typeof (value as { then?: unknown }).then !== 'function') return false;
  if (value instanceof Coroutine || isfuture(value)) return false;
  return typeof (value as { __await__?: unknown }).__await__ !== 'function';
}

/** Why a value can't be awaited. */
export function cannotAwait(value: unknown): Error {
  // Whoever has the method in name only is told so, as by CPython.
  const own = typeof value === 'object' && value !== null ? (value as { __await__?: unknown }).__await__ : undefined;
  return own === undefined
    ? new TypeError(`'${typeName(value)}' object can't be awaited`)
    : new TypeError(notCallable(own));
}

/** A coroutine that is driven by something else than a body of its own. */
abstract class Driver<T> extends Coroutine<T> {
  override _resume(value: unknown): IteratorResult<unknown, T> {
    this.#enter();
    return this.#step(false, value);
  }

  override _raise(error: unknown): IteratorResult<unknown, T> {
    const isNew = this._state === CREATED;
    this.#enter();
    if (isNew) {
      this._state = CLOSED;
      throw error;
    }
    return this.#step(true, error);
  }

  override _currentState(): number {
    return this._state;
  }

  override _discard(): void {
    // Nothing has been asked of it.
  }

  /** Goes one step on, by a value or an error. */
  abstract _move(raises: boolean, value: unknown): IteratorResult<unknown, T>;

  /** What it counts as waiting for if what it drives doesn't tell. */
  abstract _driven(): unknown;

  #enter(): void {
    if (this._state === SUSPENDED) return;
    this._claim();
    this._begin();
  }

  #step(raises: boolean, value: unknown): IteratorResult<unknown, T> {
    this._state = RUNNING;
    this._awaiting = null;
    suspension.on = null;
    let result: IteratorResult<unknown, T>;
    try {
      result = this._move(raises, value);
    } catch (error) {
      this._state = CLOSED;
      throw error;
    }
    if (result.done === true) this._state = CLOSED;
    else {
      this._state = SUSPENDED;
      // Whoever awaits this awaits, as in Python, the iterator itself: so it isn't `this` that goes into `suspension`.
      this._awaiting = suspension.on ??= this._driven();
    }
    return result;
  }
}

/** Awaits an object with `__await__`. */
class AwaitedObject<T> extends Driver<T> {
  /** The name of its type. Redefined from outside it would make V8 give up on the class again and again. @internal */
  static override get name(): string {
    return 'coroutine';
  }

  readonly #object: HasAwait<T>;
  #iterator: Iterator<unknown, T, unknown> | null = null;

  constructor(object: HasAwait<T>, named: Named) {
    super(named);
    this.#object = object;
  }

  override _move(raises: boolean, value: unknown): IteratorResult<unknown, T> {
    const iterator = (this.#iterator ??= iteratorOf(this.#object));
    try {
      if (!raises) return iterator.next(value);
      if (iterator.throw === undefined) throw value;
      return iterator.throw(value);
    } catch (error) {
      if (error instanceof StopIteration) return stopped(iterator, error);
      throw error;
    }
  }

  override _driven(): unknown {
    return this.#iterator;
  }
}

/** What a `StopIteration` of an iterator means: the end, as Python's iterators say it; a generator's is an error. */
function stopped<T>(iterator: object, error: StopIteration): IteratorResult<unknown, T> {
  if (Object.prototype.toString.call(iterator) !== '[object Generator]') return { done: true, value: error.value as T };
  const wrapped = new RuntimeError('generator raised StopIteration');
  wrapped.__context__ = error;
  wrapped.__cause__ = error;
  throw wrapped;
}

function iteratorOf<T>(object: HasAwait<T>): Iterator<unknown, T, unknown> {
  const iterator: unknown = object.__await__();
  if (iterator instanceof Coroutine) throw new TypeError('__await__() returned a coroutine');
  if (typeof (iterator as { next?: unknown } | null | undefined)?.next !== 'function') {
    throw new TypeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`);
  }
  return iterator as Iterator<unknown, T, unknown>;
}

/** Python's protocol of coroutines, on an object of the user's own. */
export interface HasSend<T> extends HasAwait<T> {
  /** Starts or resumes; ends with a `StopIteration` that has the result as its `value`. */
  send(value: unknown): unknown;
  /** Raises an exception where it waits. */
  throw(exception: Error): unknown;
  /** Ends it. */
  close(): unknown;
}

/** Whether an object has Python's protocol of coroutines. */
export function isCoroutineLike(value: unknown): value is HasSend<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const object = value as Partial<HasSend<unknown>>;
  return [object.send, object.throw, object.close, object.__await__].every((method) => typeof method === 'function');
}

/** A coroutine of the user's own making, for tasks to drive. */
class ForeignCoroutine<T> extends Driver<T> {
  readonly #object: HasSend<T>;

  constructor(object: HasSend<T>) {
    super(object as HasSend<T> & Named);
    this.#object = object;
    // It isn't made here, so it isn't for us to say that it was never awaited.
    this._begin();
  }

  override get __name__(): string {
    return (this.#object as Partial<Named>).__name__ ?? `<${typeName(this.#object)} without __name__>`;
  }

  override get __qualname__(): string {
    return (this.#object as Partial<Named>).__qualname__ ?? this.__name__;
  }

  override close(): null {
    this._state = CLOSED;
    this.#object.close();
    return null;
  }

  override _describe(): string {
    return `${this.__qualname__}()`;
  }

  override _move(raises: boolean, value: unknown): IteratorResult<unknown, T> {
    try {
      YIELDED.value = raises ? this.#object.throw(value as Error) : this.#object.send(value ?? null);
    } catch (error) {
      if (error instanceof StopIteration) return { done: true, value: error.value as T };
      throw error;
    }
    return YIELDED;
  }

  override _driven(): unknown {
    return this.#object;
  }
}

const foreign = new WeakMap<object, ForeignCoroutine<unknown>>();

/** The coroutine that stands for one of the user's own making; always the same. */
export function fromCoroutineLike<T>(object: HasSend<T>): Coroutine<T> {
  let made = foreign.get(object);
  if (made === undefined) foreign.set(object, (made = new ForeignCoroutine<unknown>(object)));
  return made as Coroutine<T>;
}

const AWAIT: Named = { name: 'await_' };
const WRAP_AWAITABLE: Named = { name: '_wrap_awaitable', __qualname__: 'ensure_future.<locals>._wrap_awaitable' };
const ADOPTED: Named = { name: 'promise' };

/**
 * Makes anything that can be awaited awaitable in both ways, by `yield*` and by `await`: what is typed as a promise, a
 * native promise, an object with `__await__`, the result of a decorated generator method.
 *
 * @remarks
 * **Python.** `await x`, where `yield* x` or `await x` isn't possible.
 *
 * **Cancellation.** Interrupts the wait for a promise at once; the promise itself goes on. If it is the promise of an
 * `async` function that waits for something of asyncio, the cancellation is raised there.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(function* () {
 *   return yield* asyncio.await_(Promise.resolve(3));
 * });
 * await asyncio.run(main()); // => 3
 * ```
 *
 * @throws TypeError if it can't be awaited.
 * @public
 */
export function await_<T>(awaitable: Awaitable<T>): Coroutine<T> | Future<T> {
  if (awaitable instanceof Coroutine || awaitable instanceof Future) return awaitable;
  if (!isAwaitable(awaitable)) throw cannotAwait(awaitable);
  if (typeof (awaitable as Partial<HasAwait<T>>).__await__ === 'function') {
    return new AwaitedObject(awaitable as HasAwait<T>, AWAIT);
  }
  return adoptPromise(awaitable as PromiseLike<T>, true);
}

/** A coroutine that awaits something else, such as an object with `__await__`, for a task. */
export function wrapAwaitable<T>(awaitable: Awaitable<T>): Coroutine<T> {
  return new AwaitedObject(awaitable as HasAwait<T>, WRAP_AWAITABLE);
}

/**
 * A coroutine whose body is a promise that is on its way already.
 *
 * @param promise - The promise, or another thenable.
 * @param interruptible - Whether a cancellation ends the wait at once when what is behind the promise waits for nothing
 *   of the library's.
 */
export function adoptPromise<T>(promise: PromiseLike<T>, interruptible = false): NativeCoroutine<T> {
  const body = new NativeCoroutine(() => promise, ADOPTED);
  body._interruptible = interruptible;
  return body;
}

/** Whether a coroutine stands for a promise that was on its way already. */
export function isAdopted(body: NativeCoroutine<unknown>): boolean {
  return body._function === ADOPTED;
}
