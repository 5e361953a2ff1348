/**
 * The body of an asynchronous generator, which its front and its steps share, and which its loop holds.
 *
 * A body is run by an engine: an iterator that gives out either what the body waits for, to be passed on to the task, or
 * a {@link YieldedValue}. A generator in generator style is such an iterator as it stands; `NativeEngine` makes one of a
 * native `async function*`.
 */
import { RuntimeError, StopAsyncIteration, StopIteration, TypeError, ValueError } from '../builtins/exceptions.js';
import { address, installRepr } from '../builtins/repr.js';
import { suspension, YIELDED } from './awaitable.js';
import { CLOSED, CREATED, RUNNING, SUSPENDED, type Coroutine, type Named } from './coroutines.js';
import type { AbstractEventLoop } from './events.js';
import { warn } from '../host/log.js';
import { NativeCoroutine } from './native.js';
import { runningLoop } from './running.js';

const FRESH = 0;
const BEGUN = 1;
const OUT = 2;

/** A value on its way out of the body: `yield* yield_(x)` gives it out, and evaluates to what is sent. */
export class YieldedValue<T> implements Iterable<unknown, unknown, unknown>, Iterator<unknown, unknown, unknown> {
  readonly value: T;
  #state = FRESH;

  constructor(value: T) {
    this.value = value;
  }

  /** It is its own iterator; who yields the same one again gets another. */
  [Symbol.iterator](): Iterator<unknown, unknown, unknown> {
    if (this.#state !== FRESH) return new YieldedValue(this.value)[Symbol.iterator]();
    this.#state = BEGUN;
    return this;
  }

  next(sent: unknown): IteratorResult<unknown, unknown> {
    if (this.#state === OUT) return { done: true, value: sent };
    this.#state = OUT;
    YIELDED.value = this;
    return YIELDED;
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
  #step: NativeCoroutine<IteratorResult<unknown, unknown>> | null = null;
  #iterator: Iterator<unknown, IteratorResult<unknown, unknown>, unknown> | null = null;
  untouched = false;

  constructor(generator: globalThis.AsyncGenerator, named: Named) {
    this.#generator = generator;
    this.#named = named;
  }

  next(value: unknown): IteratorResult<unknown, unknown> {
    const iterator = this.#iterator ?? this.#begin(() => this.#generator.next(value));
    return this.#pass(iterator.next(value));
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    const iterator = this.#iterator;
    if (iterator === null) return this.#pass(this.#begin(() => this.#generator.throw(error)).next());
    // Either what the native body has raised, or somebody steps by hand what only a task can: then nothing has begun.
    this.untouched = this.#step?._task === null;
    this.#step = null;
    this.#iterator = null;
    throw error;
  }

  return(): void {
    void this.#generator.return(undefined);
  }

  #begin(
    start: () => Promise<IteratorResult<unknown, unknown>>,
  ): Iterator<unknown, IteratorResult<unknown, unknown>, unknown> {
    this.#step = new NativeCoroutine(start, this.#named);
    this.untouched = false;
    return (this.#iterator = this.#step[Symbol.iterator]());
  }

  #pass(result: IteratorResult<unknown, IteratorResult<unknown, unknown>>): IteratorResult<unknown, unknown> {
    if (result.done !== true) return result;
    this.#step = null;
    this.#iterator = null;
    const { done, value } = result.value;
    if (done === true) return { done, value };
    YIELDED.value = new YieldedValue(value);
    return YIELDED;
  }
}

/** The part of a loop that keeps asynchronous generators. */
interface Keeper {
  readonly _asyncgens?: Set<AsyncGeneratorBody>;
  readonly _asyncgens_shutdown_called?: boolean;
}

/** Closes the bodies whose fronts were collected: nobody can iterate them any more. */
const abandoned = new FinalizationRegistry<AsyncGeneratorBody>((body) => {
  body.abandon();
});

/** The body of an asynchronous generator. It must not refer to its front, or that would never be collected. @internal */
export class AsyncGeneratorBody {
  /** How far the code has come: CREATED, RUNNING, SUSPENDED (at a yield or an await), CLOSED. */
  state: number = CREATED;
  /** A step is under way, executing or waiting: nobody else may make one. CPython's `ag_running_async`. */
  busy: boolean = false;
  /** `aclose` was called, or the iteration has ended. CPython's `ag_closed`. */
  closed: boolean = false;
  /** What it waits for. */
  awaiting: unknown = null;
  readonly named: Named;
  readonly #engine: Engine;
  readonly #address: string;
  #result: unknown = undefined;
  #hasYielded = false;
  /** CPython's hooks are called once, at the making of the first step. */
  #hooked = false;
  #loop: (AbstractEventLoop & Keeper) | null = null;
  #close: ((body: AsyncGeneratorBody) => Coroutine<null>) | null = null;

  constructor(engine: Engine, named: Named, front: object) {
    this.#engine = engine;
    this.named = named;
    this.#address = address(front);
  }

  /** Goes on with a value, up to the next yield or await. */
  next(value: unknown): IteratorResult<unknown, unknown> {
    if (this.state === CLOSED) throw new StopAsyncIteration();
    if (this.state === CREATED && value !== null) {
      throw new TypeError("can't send non-None value to a just-started async generator");
    }
    this.#enter();
    let result: IteratorResult<unknown, unknown>;
    try {
      result = this.#engine.next(value);
    } catch (error) {
      throw this.#failed(error);
    }
    return this.#left(result);
  }

  /** Goes on with an error. */
  throw(error: unknown): IteratorResult<unknown, unknown> {
    if (this.state === CREATED) {
      this.#end();
      this.#engine.return(undefined);
    }
    if (this.state === CLOSED) throw error;
    this.#enter();
    let result: IteratorResult<unknown, unknown>;
    try {
      result = this.#engine.throw(error);
    } catch (thrown) {
      throw this.#failed(thrown);
    }
    return this.#left(result);
  }

  /** The first step is being made: from now on the loop closes the body at its end, or when the front is collected. */
  hook(front: object, close: (body: AsyncGeneratorBody) => Coroutine<null>): void {
    if (this.#hooked) return;
    this.#hooked = true;
    const loop: (AbstractEventLoop & Keeper) | null = runningLoop();
    if (loop?._asyncgens === undefined) return;
    this.#loop = loop;
    this.#close = close;
    if (loop._asyncgens_shutdown_called === true) {
      const text = `asynchronous generator ${this.__repr__()} was scheduled after loop.shutdown_asyncgens() call`;
      warn(text, 'ResourceWarning');
    }
    loop._asyncgens.add(this);
    abandoned.register(front, this, this);
  }

  /** The step by which a loop closes the body; only a loop has any reason to ask for it. */
  aclose(): Coroutine<null> {
    return (this.#close as (body: AsyncGeneratorBody) => Coroutine<null>)(this);
  }

  /** The front has been collected: the loop closes the body. */
  abandon(): void {
    const loop = this.#loop;
    if (this.state === CLOSED || loop === null || loop.is_closed()) return;
    loop._asyncgens?.delete(this);
    loop.call_soon_threadsafe(() => loop.create_task(this.aclose()));
  }

  /** Of the front, which may be gone. */
  __repr__(): string {
    return `<async_generator object ${qualname(this.named)} at ${this.#address}>`;
  }

  /** What the body has returned, once. Only JavaScript's protocol knows of it. */
  takeResult(): unknown {
    const result = this.#result;
    this.#result = undefined;
    return result;
  }

  #enter(): void {
    if (this.state === RUNNING) throw new ValueError('async generator already executing');
    this.state = RUNNING;
    this.awaiting = null;
    suspension.on = null;
  }

  #left(result: IteratorResult<unknown, unknown>): IteratorResult<unknown, unknown> {
    if (result.done === true) {
      this.#end();
      this.#result = result.value;
      throw new StopAsyncIteration();
    }
    this.state = SUSPENDED;
    if (result.value instanceof YieldedValue) this.#hasYielded = true;
    else this.awaiting = suspension.on;
    return result;
  }

  #failed(error: unknown): unknown {
    if (this.#engine.untouched === true) {
      this.state = this.#hasYielded ? SUSPENDED : CREATED;
      this.awaiting = null;
      return error;
    }
    this.#end();
    if (!(error instanceof StopAsyncIteration || error instanceof StopIteration)) return error;
    const wrapped = new RuntimeError(`async generator raised ${error.name}`);
    wrapped.cause = error;
    wrapped.__context__ = error;
    return wrapped;
  }

  #end(): void {
    this.state = CLOSED;
    this.awaiting = null;
    if (this.#loop === null) return;
    this.#loop._asyncgens?.delete(this);
    abandoned.unregister(this);
  }
}

installRepr(AsyncGeneratorBody);

/** The qualified name that a function gives to what it makes. */
export function qualname(named: Named): string {
  const name = named.__qualname__ ?? named.__name__ ?? named.name;
  return name === '' ? '<lambda>' : name;
}
