/** TypeScript's helpers for loops: `for await` and `yield*`. */
import { StopAsyncIteration } from '../builtins/exceptions.js';
import { nextOf } from '../core/statements/async_iteration.js';
import { abandonIterator, callMethod, checkResult } from '../core/statements/async_iterators.js';
import type { HasAnext } from '../core/statements/async_iterators.js';
import { AsyncGenerator } from '../core/asyncgens/asyncgens.js';
import { YieldedValue } from '../core/asyncgens/asyncgen_engines.js';
import { CompiledCoroutine, closing } from './coroutines.js';
import { Coroutine } from '../core/coroutines/coroutines.js';
import { Awaited } from './helper_functions.js';
import { iteratorFound, type Method } from './iterables.js';
import { delegate } from './yielding.js';

/** An iterator in JavaScript's form; what its methods give is to be awaited. */
interface Source {
  next(): unknown;
  readonly return: (() => unknown) | undefined;
}

const ANEXT = { name: '__anext__' };

/** Python's protocol. */
class PythonSource implements Source {
  readonly return: undefined = undefined;
  readonly #iterator: HasAnext<unknown>;

  constructor(iterator: HasAnext<unknown>) {
    this.#iterator = iterator;
  }

  next(): unknown {
    const awaitable = this.#iterator.__anext__();
    return new CompiledCoroutine(this.#step(awaitable instanceof Coroutine ? awaitable : nextOf(awaitable)), ANEXT);
  }

  *#step(awaitable: unknown): Generator<unknown, unknown> {
    try {
      return { done: false, value: (yield awaitable) as unknown };
    } catch (error) {
      if (error instanceof StopAsyncIteration) return { done: true, value: undefined };
      throw error;
    }
  }
}

/** JavaScript's protocol. */
class NativeSource implements Source {
  readonly #iterator: object;
  readonly #next: Method;

  constructor(iterator: object, next: Method) {
    this.#iterator = iterator;
    this.#next = next;
  }

  next(): unknown {
    return callMethod(this.#iterator, this.#next);
  }

  get return(): (() => unknown) | undefined {
    const method = (this.#iterator as { return?: Method | null }).return;
    if (method === undefined || method === null) return undefined;
    return () => {
      if (!closing.on) return callMethod(this.#iterator, method);
      // The loop is being closed: it can't wait any more.
      abandonIterator(this.#iterator);
      return undefined;
    };
  }
}

/** A synchronous iterator, whose values are awaited. */
class SyncSource implements Source {
  readonly #iterator: object;
  readonly #next: Method;

  constructor(iterator: object, next: Method) {
    this.#iterator = iterator;
    this.#next = next;
  }

  next(): unknown {
    return new CompiledCoroutine(this.#settle(checkResult(this.#next.call(this.#iterator))), ANEXT);
  }

  get return(): (() => unknown) | undefined {
    const method = (this.#iterator as { return?: Method | null }).return;
    if (method === undefined || method === null) return undefined;
    return () => checkResult(method.call(this.#iterator)).value;
  }

  *#settle(step: { readonly done?: boolean; readonly value: unknown }): Generator<unknown, unknown> {
    const done = Boolean(step.done);
    try {
      return { done, value: (yield step.value) as unknown };
    } catch (error) {
      // It doesn't know that its value has failed.
      if (!done) yield this.return?.();
      throw error;
    }
  }
}

function sourceOf(iterable: unknown): Source {
  const found = iteratorFound(iterable);
  // The steps of one of ours come in JavaScript's form as well.
  if (found.iterator instanceof AsyncGenerator) return found.iterator[Symbol.asyncIterator]() as unknown as Source;
  if (found.protocol === 'python') return new PythonSource(found.iterator);
  return new (found.protocol === 'sync' ? SyncSource : NativeSource)(found.iterator, found.next);
}

/** What a loop iterates; `yield*` wants the iterable itself. */
class Values implements Source {
  readonly iterable: unknown;
  #source: Source | null = null;

  constructor(iterable: unknown) {
    this.iterable = iterable;
  }

  next(): unknown {
    return (this.#source ??= sourceOf(this.iterable)).next();
  }

  get return(): (() => unknown) | undefined {
    return this.#source?.return;
  }
}

/**
 * TypeScript's helper for what `for await` iterates.
 *
 * @param iterable - Whatever can be iterated.
 * @public
 */
export function __asyncValues(iterable: unknown): unknown {
  return new Values(iterable);
}

/**
 * TypeScript's helper for `yield*` in asynchronous generators.
 *
 * @param values - What {@link __asyncValues} has made.
 * @public
 */
export function* __asyncDelegator(values: unknown): Generator<unknown, unknown> {
  const inner = delegate(values instanceof Values ? values.iterable : values);
  let result = inner.next();
  while (result.done !== true) {
    const { value } = result;
    let sent: unknown;
    try {
      sent = yield value instanceof YieldedValue ? value.item : new Awaited(value);
    } catch (error) {
      result = inner.throw(error);
      continue;
    }
    result = inner.next(sent);
  }
  // Around it stands `yield __await(…)`.
  return result.value;
}
