/** What compiled asynchronous generators yield, and their `yield*`. */
import { StopAsyncIteration, TypeError } from '../builtins/exceptions.js';
import { YieldedValue } from '../core/asyncgens/asyncgen_engines.js';
import { takeResult } from '../core/asyncgens/asyncgens.js';
import { callMethod, checkResult, methodOf } from '../core/statements/async_iterators.js';
import { yielding } from './asyncgens.js';
import { isGeneratorExit } from '../core/coroutines/raising.js';
import { iteratorFound, type Method } from './iterables.js';

/**
 * `yield yield_(x)` yields a value. A promise that isn't the library's is awaited first, as in JavaScript.
 *
 * @param value - The value.
 * @public
 */
export function yield_(value: unknown): unknown {
  return yielding(value);
}

/** A step of the inner iterator has ended it. */
class Ended {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** What `yield*` does with an inner iterator; each method gives a value, or the end. */
interface Inner {
  next(sent: unknown): Generator<unknown, unknown>;
  throw(error: unknown): Generator<unknown, unknown>;
  close(): Generator<unknown, void>;
}

function missesThrow(): Error {
  return new TypeError("The iterator does not provide a 'throw' method.");
}

/** Python's protocol; asynchronous generators have more of it. */
class PythonInner implements Inner {
  readonly #iterator: object;

  constructor(iterator: object) {
    this.#iterator = iterator;
  }

  *next(sent: unknown): Generator<unknown, unknown> {
    const asend = sent === null || sent === undefined ? null : methodOf(this.#iterator, 'asend');
    return yield* this.#step(asend ?? (methodOf(this.#iterator, '__anext__') as Method), sent);
  }

  *throw(error: unknown): Generator<unknown, unknown> {
    const athrow = methodOf(this.#iterator, 'athrow');
    if (athrow !== null) return yield* this.#step(athrow, error);
    throw error;
  }

  *close(): Generator<unknown, void> {
    yield methodOf(this.#iterator, 'aclose')?.call(this.#iterator);
  }

  *#step(method: Method, argument: unknown): Generator<unknown, unknown> {
    try {
      return (yield method.call(this.#iterator, argument)) as unknown;
    } catch (error) {
      if (error instanceof StopAsyncIteration) return new Ended(takeResult(this.#iterator));
      throw error;
    }
  }
}

/** JavaScript's protocol. */
class NativeInner implements Inner {
  readonly #iterator: object;
  readonly #next: Method;

  constructor(iterator: object, next: Method) {
    this.#iterator = iterator;
    this.#next = next;
  }

  *next(sent: unknown): Generator<unknown, unknown> {
    // Nothing that is sent is null on Python's side.
    return yield* this.#step(this.#next, sent ?? undefined);
  }

  *throw(error: unknown): Generator<unknown, unknown> {
    const method = methodOf(this.#iterator, 'throw');
    if (method !== null) return yield* this.#step(method, error);
    yield* this.close();
    throw missesThrow();
  }

  *close(): Generator<unknown, void> {
    const method = methodOf(this.#iterator, 'return');
    if (method !== null) checkResult(yield callMethod(this.#iterator, method));
  }

  *#step(method: Method, argument: unknown): Generator<unknown, unknown> {
    const step = checkResult(yield callMethod(this.#iterator, method, argument));
    return step.done === true ? new Ended(step.value) : step.value;
  }
}

/** A synchronous iterator, whose values are awaited. */
class SyncInner implements Inner {
  readonly #iterator: object;
  readonly #next: Method;

  constructor(iterator: object, next: Method) {
    this.#iterator = iterator;
    this.#next = next;
  }

  *next(sent: unknown): Generator<unknown, unknown> {
    // Nothing that is sent is null on Python's side.
    return yield* this.#step(this.#next, sent ?? undefined);
  }

  *throw(error: unknown): Generator<unknown, unknown> {
    const method = methodOf(this.#iterator, 'throw');
    if (method !== null) return yield* this.#step(method, error);
    yield* this.close();
    throw missesThrow();
  }

  *close(): Generator<unknown, void> {
    const method = methodOf(this.#iterator, 'return');
    if (method !== null) yield checkResult(method.call(this.#iterator)).value;
  }

  *#step(method: Method, argument: unknown): Generator<unknown, unknown> {
    const step = checkResult(method.call(this.#iterator, argument));
    const ended = Boolean(step.done);
    let value: unknown;
    try {
      value = yield step.value;
    } catch (error) {
      // It doesn't know that its value has failed.
      if (!ended) yield* this.close();
      throw error;
    }
    return ended ? new Ended(value) : value;
  }
}

function innerOf(iterable: unknown): Inner {
  const found = iteratorFound(iterable);
  if (found.protocol === 'python') return new PythonInner(found.iterator);
  return new (found.protocol === 'sync' ? SyncInner : NativeInner)(found.iterator, found.next);
}

/**
 * `yield* delegate(x)` yields all that `x` gives. What is sent and what is raised goes to `x`; when the generator is
 * closed, `x` is closed first.
 *
 * @param iterable - Whatever `for await` takes.
 * @returns What `x` returns at its end, if it is a JavaScript iterator.
 * @public
 */
export function* delegate(iterable: unknown): Generator<unknown, unknown> {
  const inner = innerOf(iterable);
  let step = yield* inner.next(undefined);
  while (!(step instanceof Ended)) {
    let sent: unknown;
    try {
      sent = yield new YieldedValue(step);
    } catch (error) {
      if (isGeneratorExit(error)) {
        yield* inner.close();
        throw error;
      }
      step = yield* inner.throw(error);
      continue;
    }
    step = yield* inner.next(sent);
  }
  return step.value;
}
