/**
 * What runs the bodies of asynchronous generators.
 *
 * An engine is an iterator that gives out either what the body waits for, to be passed on to the task, or a
 * {@link YieldedValue}. A generator in generator style is such an iterator as it stands; `NativeEngine` makes one of a
 * native `async function*`, `CompiledEngine` of a compiled one (`compiled/asyncgens.ts`).
 */
import { suspension } from '../common/awaitable.js';
import type { Named } from '../coroutines/coroutine_names.js';
import { NativeCoroutine } from '../coroutines/native.js';

const FRESH = 0;
const BEGUN = 1;
const OUT = 2;

const NOTHING_SENT: IteratorReturnResult<null> = { done: true, value: null };

/**
 * A value on its way out of the body: `yield* yield_(x)` gives it out, and evaluates to what is sent. It is its own
 * iterator, and the result of that as well, so that an item takes one object.
 */
export class YieldedValue<T>
  implements Iterable<unknown, unknown, unknown>, Iterator<unknown, unknown, unknown>, IteratorYieldResult<unknown>
{
  readonly item: T;
  readonly done = false;
  readonly value: this = this;
  #state = FRESH;

  constructor(item: T) {
    this.item = item;
  }

  /** Who yields the same one again gets another. */
  [Symbol.iterator](): Iterator<unknown, unknown, unknown> {
    if (this.#state !== FRESH) return new YieldedValue(this.item)[Symbol.iterator]();
    this.#state = BEGUN;
    return this;
  }

  next(sent: unknown): IteratorResult<unknown, unknown> {
    if (this.#state === OUT) return sent === null ? NOTHING_SENT : { done: true, value: sent };
    this.#state = OUT;
    return this;
  }

  throw(error: unknown): never {
    throw error;
  }
}

/** What runs a body. */
export interface Engine {
  next(value: unknown): IteratorResult<unknown, unknown>;
  throw(error: unknown): IteratorResult<unknown, unknown>;
  /** Lets go of a body that never began. */
  return(value: undefined): unknown;
  /** True just after an error that is none of the body's: that is where it was before. */
  readonly untouched?: boolean;
}

/** Runs a native `async function*`: each of its steps is a native body of its own, which the task runs. */
export class NativeEngine implements Engine {
  readonly #generator: globalThis.AsyncGenerator;
  readonly #named: Named;
  /** The step that the task runs now. */
  #step: NativeCoroutine<IteratorResult<unknown, unknown>> | null = null;
  /** What begins each step by a value, made once: it passes that on. */
  readonly #start: () => Promise<IteratorResult<unknown, unknown>>;
  #sent: unknown = undefined;
  untouched = false;

  constructor(generator: globalThis.AsyncGenerator, named: Named) {
    this.#generator = generator;
    this.#named = named;
    this.#start = () => {
      const sent = this.#sent;
      this.#sent = undefined;
      return this.#generator.next(sent);
    };
  }

  /** What begins a step by a value. */
  starting(value: unknown): () => Promise<IteratorResult<unknown, unknown>> {
    this.untouched = false;
    this.#sent = value;
    return this.#start;
  }

  /** Begins a step, or takes what has come of it. */
  next(value: unknown): IteratorResult<unknown, unknown> {
    if (this.#step !== null) return this.#pass(value as IteratorResult<unknown, unknown>);
    return this.#begin(this.starting(value));
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    if (this.#step === null) return this.#begin(() => this.#generator.throw(error));
    // Either what the native body has raised, or somebody steps by hand what only a task can: then nothing has begun.
    this.untouched = this.#step._task === null;
    this.#step = null;
    throw error;
  }

  return(): void {
    void this.#generator.return(undefined);
  }

  #begin(start: () => Promise<IteratorResult<unknown, unknown>>): IteratorResult<unknown, unknown> {
    const step = new NativeCoroutine(start, this.#named);
    this.#step = step;
    this.untouched = false;
    suspension.on = step;
    return { done: false, value: step };
  }

  #pass(result: IteratorResult<unknown, unknown>): IteratorResult<unknown, unknown> {
    this.#step = null;
    return result.done === true ? result : new YieldedValue(result.value);
  }
}
