/**
 * `for await` in compiled code, which asks for the next value, takes what has come, and says when it is left.
 *
 * There is one class for each protocol: Python's, JavaScript's, and that of JavaScript's synchronous iterators, whose
 * values are awaited. How they are called is in docs/contributing/compiler.md.
 */
import { StopAsyncIteration } from '../builtins/exceptions.js';
import { nextOf, ownGenerator } from '../core/statements/async_iteration.js';
import { abandonIterator, callMethod, checkResult } from '../core/statements/async_iterators.js';
import type { HasAnext } from '../core/statements/async_iterators.js';
import { YieldedValue } from '../core/asyncgens/asyncgen_engines.js';
import type { Step } from '../core/asyncgens/asyncgen_steps.js';
import type { AsyncGenerator } from '../core/asyncgens/asyncgens.js';
import { CompiledCoroutine } from './coroutines.js';
import { Coroutine } from '../core/coroutines/coroutines.js';
import { isGeneratorExit } from '../core/coroutines/raising.js';
import { iteratorFound, type Method } from './iterables.js';

/** The state of a loop. @public */
export interface Iteration {
  /** Whether there are no more values. */
  readonly done: boolean;
  /** The value at hand. */
  readonly value: unknown;
  /** Whether the iterator wants to be told when the loop is left now. */
  readonly open: boolean;
  /** Goes on to the next value; whether that, or the end, has come at once, so that nothing is to be awaited. */
  ready(): boolean;
  /** Gives what is to be awaited for the next value. */
  next(): unknown;
  /** Takes what has come of that. */
  take(result: unknown): void;
  /** Takes the error that has come instead, and throws it again unless it means the end. */
  end(error: unknown): void;
  /** Takes the error by which the loop is left, and gives what is to be thrown. */
  fail(error: unknown): unknown;
  /** Tells the iterator; gives what is to be awaited. */
  leave(): unknown;
}

/** Python's protocol. An iterator isn't told that the loop was left: one of ours stays suspended. */
class PythonIteration implements Iteration {
  done: boolean = false;
  value: unknown = undefined;
  readonly open: boolean = false;
  readonly #iterator: HasAnext<unknown>;

  constructor(iterator: HasAnext<unknown>) {
    this.#iterator = iterator;
  }

  ready(): boolean {
    return false;
  }

  next(): unknown {
    const awaitable = this.#iterator.__anext__();
    return awaitable instanceof Coroutine ? awaitable : nextOf(awaitable);
  }

  take(result: unknown): void {
    this.value = result;
  }

  end(error: unknown): void {
    if (!(error instanceof StopAsyncIteration)) throw error;
    this.done = true;
  }

  fail(error: unknown): unknown {
    return error;
  }

  leave(): void {
    // Never called.
  }
}

/** An asynchronous generator of ours, which tells itself whether it has to wait. */
class OwnIteration extends PythonIteration {
  readonly #generator: AsyncGenerator;
  #step: Step<unknown> | null = null;

  constructor(generator: AsyncGenerator) {
    super(generator);
    this.#generator = generator;
  }

  override ready(): boolean {
    const next = this.#generator._next_at_once();
    if (next instanceof YieldedValue) {
      this.value = next.item;
      return true;
    }
    this.#step = next;
    return (this.done = next === null);
  }

  override next(): unknown {
    const step = this.#step;
    this.#step = null;
    return step ?? super.next();
  }
}

const LEAVE = { name: 'return' };

/** JavaScript's protocol. */
class NativeIteration implements Iteration {
  done: boolean = false;
  value: unknown = undefined;
  open: boolean = true;
  protected readonly iterator: object;
  protected readonly nextMethod: Method;
  #failed = false;

  constructor(iterator: object, nextMethod: Method) {
    this.iterator = iterator;
    this.nextMethod = nextMethod;
  }

  ready(): boolean {
    return false;
  }

  next(): unknown {
    return callMethod(this.iterator, this.nextMethod);
  }

  take(result: unknown): void {
    const step = checkResult(result);
    if (step.done === true) this.#finish();
    else this.value = step.value;
  }

  end(error: unknown): void {
    this.#finish();
    // The methods of the iterator may be coroutine functions.
    if (!(error instanceof StopAsyncIteration)) throw error;
  }

  fail(error: unknown): unknown {
    if (!this.open) return error;
    this.#failed = true;
    if (isGeneratorExit(error)) {
      // The loop is being closed: it can't wait any more.
      this.open = false;
      abandonIterator(this.iterator);
    }
    return error;
  }

  leave(): unknown {
    this.open = false;
    return new CompiledCoroutine(this.#failed ? this.#leaveQuietly() : this.tell(), LEAVE);
  }

  /** Calls `return`, if there is one. */
  protected *tell(): Generator<unknown, void> {
    const method = returnOf(this.iterator);
    if (method !== null) checkResult(yield callMethod(this.iterator, method));
  }

  /** The body's error counts, not what comes of telling the iterator. */
  *#leaveQuietly(): Generator<unknown, void> {
    try {
      yield* this.tell();
    } catch (error) {
      if (isGeneratorExit(error)) throw error;
    }
  }

  #finish(): void {
    this.done = true;
    this.open = false;
  }
}

/** Something else than nothing that isn't a function is an error, as in JavaScript. */
function returnOf(iterator: object): Method | null {
  const method = (iterator as { return?: unknown }).return;
  return method === undefined || method === null ? null : (method as Method);
}

/** A synchronous iterator, whose values are awaited. */
class SyncIteration extends NativeIteration {
  /** The iterator has ended; what comes with that is awaited all the same. */
  #ended = false;
  #awaitsValue = false;

  override next(): unknown {
    this.#awaitsValue = false;
    const step = checkResult(this.nextMethod.call(this.iterator));
    this.#ended = Boolean(step.done);
    const value = step.value;
    this.#awaitsValue = true;
    return value;
  }

  override take(result: unknown): void {
    if (this.#ended) {
      this.done = true;
      this.open = false;
    } else this.value = result;
  }

  override end(error: unknown): void {
    // It doesn't know that its value has failed.
    if (this.#awaitsValue && !this.#ended) abandonSync(this.iterator);
    this.open = false;
    throw error;
  }

  override fail(error: unknown): unknown {
    if (!this.open || !isGeneratorExit(error)) return super.fail(error);
    this.open = false;
    abandonSync(this.iterator);
    return error;
  }

  protected override *tell(): Generator<unknown, void> {
    const method = returnOf(this.iterator);
    if (method !== null) yield checkResult(method.call(this.iterator)).value;
  }
}

function abandonSync(iterator: object): void {
  try {
    returnOf(iterator)?.call(iterator);
  } catch {
    // The error at hand counts.
  }
}

/**
 * Begins a loop over whatever `for await` takes.
 *
 * @param iterable - An iterable with Python's protocol, with JavaScript's asynchronous one, or with its synchronous
 *   one.
 * @public
 */
export function iterate(iterable: unknown): Iteration {
  const found = iteratorFound(iterable);
  if (found.protocol === 'python') {
    const own = ownGenerator(found.iterator);
    return own === null ? new PythonIteration(found.iterator) : new OwnIteration(own);
  }
  return new (found.protocol === 'sync' ? SyncIteration : NativeIteration)(found.iterator, found.next);
}
