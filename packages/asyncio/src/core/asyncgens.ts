/**
 * Asynchronous generators: `asyncgen` makes functions whose calls make them, out of generator functions (which yield by
 * `yield* yield_(x)`) and of native `async function*`.
 *
 * The object that a program holds is a thin front of a *body*, which the loop holds: so the garbage collector can tell that
 * nobody iterates any more, and the loop closes the body.
 */
import {
  BaseException,
  GeneratorExit,
  RuntimeError,
  StopAsyncIteration,
  StopIteration,
  TypeError,
  instantiate,
} from '../builtins/exceptions.js';
import { address, installRepr, repr, typeName } from '../builtins/repr.js';
import type { Gen } from './awaitable.js';
import { wrapAwaitable } from './coroutine_functions.js';
import { GeneratorCoroutine, type Named } from './coroutines.js';
import type { AbstractEventLoop } from './events.js';
import { kindOf, mark } from './function_kinds.js';
import { warn } from './log.js';
import { NativeCoroutine } from './native.js';
import { runningLoop } from './running.js';

/** The states of an asynchronous generator, as `inspect.getasyncgenstate` names them. @public */
export type AsyncGeneratorState = 'AGEN_CREATED' | 'AGEN_RUNNING' | 'AGEN_SUSPENDED' | 'AGEN_CLOSED';

/** A value on its way out of a generator-style asynchronous generator. */
class YieldedValue<T> implements Iterable<unknown, unknown, unknown> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }

  [Symbol.iterator](): Iterator<unknown, unknown, unknown> {
    let handed = false;
    return {
      next: (sent: unknown) => {
        if (handed) return { done: true, value: sent };
        handed = true;
        return { done: false, value: this };
      },
      throw: (error: unknown) => {
        throw error;
      },
    };
  }
}

/** What `yield* asyncio.yield_(x)` gives out; its type carries the type of the values. @public */
export interface Yielding<T> {
  /** Evaluates to what `asend` sends. */
  [Symbol.iterator](): Iterator<Yielding<T>, unknown, unknown>;
}

/**
 * Yields a value from an asynchronous generator in generator style: `yield* asyncio.yield_(x)`.
 *
 * @remarks
 * **Python.** `yield x` in an `async def`.
 *
 * @example
 * ```ts
 * const count = asyncio.asyncgen(function* (n: number) {
 *   for (let i = 0; i < n; i++) {
 *     yield* asyncio.sleep(0);
 *     yield* asyncio.yield_(i);
 *   }
 * });
 * const main = asyncio.coroutine(async () => {
 *   const seen: unknown[] = [];
 *   for await (const i of count(3)) seen.push(i);
 *   return seen;
 * });
 * await asyncio.run(main()); // => [0, 1, 2]
 * ```
 *
 * @returns What `asend` sends; null for `__anext__`.
 * @public
 */
export function yield_<T>(value: T): Yielding<T> {
  return new YieldedValue(value) as unknown as Yielding<T>;
}

/** One step of a body, awaited: the native or the generator kind. */
interface Engine {
  step(value: unknown): Gen<IteratorResult<unknown, unknown>>;
  raise(error: unknown): Gen<IteratorResult<unknown, unknown>>;
  discard(): void;
}

class GeneratorEngine implements Engine {
  readonly #generator: Generator<unknown, unknown, unknown>;

  constructor(generator: Generator<unknown, unknown, unknown>) {
    this.#generator = generator;
  }

  step(value: unknown): Gen<IteratorResult<unknown, unknown>> {
    return this.#pass(() => this.#generator.next(value));
  }

  raise(error: unknown): Gen<IteratorResult<unknown, unknown>> {
    return this.#pass(() => this.#generator.throw(error));
  }

  discard(): void {
    this.#generator.return(undefined);
  }

  /** Passes on what the body awaits, until it yields a value or ends. */
  *#pass(move: () => IteratorResult<unknown, unknown>): Gen<IteratorResult<unknown, unknown>> {
    let result = move();
    while (result.done !== true) {
      if (result.value instanceof YieldedValue) return { done: false, value: result.value.value };
      let sent: unknown;
      try {
        sent = yield result.value;
      } catch (error) {
        result = this.#generator.throw(error);
        continue;
      }
      result = this.#generator.next(sent);
    }
    return result;
  }
}

class NativeEngine implements Engine {
  readonly #generator: globalThis.AsyncGenerator;
  readonly #named: Named;

  constructor(generator: globalThis.AsyncGenerator, named: Named) {
    this.#generator = generator;
    this.#named = named;
  }

  *step(value: unknown): Gen<IteratorResult<unknown, unknown>> {
    return yield* new NativeCoroutine(() => this.#generator.next(value), this.#named);
  }

  *raise(error: unknown): Gen<IteratorResult<unknown, unknown>> {
    return yield* new NativeCoroutine(() => this.#generator.throw(error), this.#named);
  }

  discard(): void {
    // An unstarted native generator just ends.
    void this.#generator.return(undefined);
  }
}

/** The body of an asynchronous generator. @internal */
export class AsyncGeneratorBody {
  readonly #engine: Engine;
  readonly #named: Named;
  readonly #address: string;
  #state: AsyncGeneratorState = 'AGEN_CREATED';
  /** Between the beginning and the end of an `asend`, `athrow` or `aclose`. */
  #busy = false;
  #loop: AbstractEventLoop | null = null;

  constructor(engine: Engine, named: Named, front: object) {
    this.#engine = engine;
    this.#named = named;
    this.#address = address(front);
  }

  get state(): AsyncGeneratorState {
    return this.#state;
  }

  get busy(): boolean {
    return this.#busy;
  }

  aclose(): Step<null> {
    return new Step(this, 'aclose', this.close());
  }

  /** The front has been collected: the loop closes the body. */
  abandon(): void {
    const loop = this.#loop;
    if (this.#state === 'AGEN_CLOSED' || loop === null || loop.is_closed()) return;
    (loop as { _asyncgens?: Set<unknown> })._asyncgens?.delete(this);
    loop.call_soon_threadsafe(() => loop.create_task(wrapAwaitable(this.aclose())));
  }

  *send(value: unknown): Gen<unknown> {
    this.#enter('anext');
    if (this.#state === 'AGEN_CLOSED') throw new StopAsyncIteration();
    if (this.#state === 'AGEN_CREATED' && value !== null && value !== undefined) {
      throw new TypeError("can't send non-None value to a just-started async generator");
    }
    const result = yield* this.#work(this.#engine.step(value ?? null));
    if (result.done === true) throw new StopAsyncIteration();
    return result.value;
  }

  *throw(error: unknown): Gen<unknown> {
    this.#enter('athrow');
    if (this.#state === 'AGEN_CLOSED') throw new StopAsyncIteration();
    const result = yield* this.#work(this.#engine.raise(error));
    if (result.done === true) throw new StopAsyncIteration();
    return result.value;
  }

  *close(): Gen<null> {
    this.#enter('aclose');
    if (this.#state === 'AGEN_CLOSED') return null;
    if (this.#state === 'AGEN_CREATED') {
      this.#end();
      this.#engine.discard();
      return null;
    }
    let result: IteratorResult<unknown, unknown>;
    try {
      result = yield* this.#work(this.#engine.raise(new GeneratorExit()));
    } catch (error) {
      if (error instanceof GeneratorExit || error instanceof StopAsyncIteration) return null;
      throw error;
    }
    if (result.done !== true) throw new RuntimeError('async generator ignored GeneratorExit');
    return null;
  }

  __repr__(): string {
    return `<async_generator object ${qualname(this.#named)} at ${this.#address}>`;
  }

  #enter(method: string): void {
    if (this.#busy) throw new RuntimeError(`${method}(): asynchronous generator is already running`);
  }

  /** Runs one step, and keeps the state. */
  *#work(step: Gen<IteratorResult<unknown, unknown>>): Gen<IteratorResult<unknown, unknown>> {
    if (this.#loop === null) this.#register();
    this.#busy = true;
    this.#state = 'AGEN_RUNNING';
    try {
      const result = yield* step;
      if (result.done === true) this.#end();
      else this.#state = 'AGEN_SUSPENDED';
      return result;
    } catch (error) {
      this.#end();
      if (error instanceof StopAsyncIteration || error instanceof StopIteration) {
        const wrapped = new RuntimeError(`async generator raised ${error.name}`);
        wrapped.cause = error;
        throw wrapped;
      }
      throw error;
    } finally {
      this.#busy = false;
    }
  }

  #register(): void {
    const loop = runningLoop() as (AbstractEventLoop & AsyncGeneratorKeeper) | null;
    if (loop?._asyncgens === undefined) return;
    this.#loop = loop;
    if (loop._asyncgens_shutdown_called === true) {
      warn(
        `asynchronous generator ${repr(this)} was scheduled after loop.shutdown_asyncgens() call`,
        'ResourceWarning',
      );
    }
    loop._asyncgens.add(this);
  }

  #end(): void {
    this.#state = 'AGEN_CLOSED';
    (this.#loop as AsyncGeneratorKeeper | null)?._asyncgens?.delete(this);
  }
}

installRepr(AsyncGeneratorBody);

/** The part of a loop that keeps asynchronous generators. */
interface AsyncGeneratorKeeper {
  readonly _asyncgens?: Set<AsyncGeneratorBody>;
  readonly _asyncgens_shutdown_called?: boolean;
}

const abandoned = new FinalizationRegistry<AsyncGeneratorBody>((body) => {
  body.abandon();
});

function qualname(named: Named): string {
  const name = named.__qualname__ ?? named.__name__ ?? named.name;
  return name === '' ? '<lambda>' : name;
}

/** What `asend`, `athrow` and `aclose` return: awaitable once. @public */
export class Step<T> implements PromiseLike<T> {
  readonly #owner: object;
  readonly #kind: 'asend' | 'athrow' | 'aclose';
  readonly #steps: Gen<unknown>;
  #awaited = false;

  /** @internal */
  constructor(owner: object, kind: 'asend' | 'athrow' | 'aclose', steps: Gen<unknown>) {
    this.#owner = owner;
    this.#kind = kind;
    this.#steps = steps;
  }

  /** Python's protocol of awaitables. */
  __await__(): Iterator<unknown, T, unknown> {
    if (this.#awaited) {
      const methods = this.#kind === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()';
      throw new RuntimeError(`cannot reuse already awaited ${methods}`);
    }
    this.#awaited = true;
    return this.#steps as Iterator<unknown, T, unknown>;
  }

  /** `yield* step` awaits it. */
  [Symbol.iterator](): Iterator<unknown, T, unknown> {
    return this.__await__();
  }

  /** What `await` calls. */
  then<R1 = T, R2 = never>(
    onfulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onrejected?: ((reason: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    return wrapAwaitable<T>(this as PromiseLike<T>).then(onfulfilled, onrejected);
  }

  /** Python's text. */
  __repr__(): string {
    void this.#owner;
    return `<async_generator_${this.#kind === 'asend' ? 'asend' : 'athrow'} object at ${address(this)}>`;
  }
}

installRepr(Step);

/** Turns the end of an asynchronous iteration into JavaScript's form of it. */
function* iteratorResult<T>(step: Iterable<unknown, T, unknown>): Gen<IteratorResult<T, undefined>> {
  try {
    return { done: false, value: yield* step };
  } catch (error) {
    if (error instanceof StopAsyncIteration) return { done: true, value: undefined };
    throw error;
  }
}

const ANEXT = { name: '__anext__' };

/**
 * An asynchronous generator: gives values one by one, and may wait in between. Made by functions that {@link asyncgen}
 * made.
 *
 * Leaving a `for await` early leaves it suspended, as in Python; the loop closes it at its end, or sooner.
 *
 * @remarks
 * **Python.** An asynchronous generator object.
 *
 * @public
 */
export class AsyncGenerator<T = unknown, S = unknown> implements AsyncIterable<T> {
  readonly #body: AsyncGeneratorBody;
  readonly #named: Named;

  /** @internal */
  constructor(engine: (front: object) => Engine, named: Named) {
    this.#named = named;
    this.#body = new AsyncGeneratorBody(engine(this), named, this);
    abandoned.register(this, this.#body);
  }

  /** The function's name. */
  get __name__(): string {
    return this.#named.__name__ ?? this.#named.name;
  }

  /** The function's qualified name. */
  get __qualname__(): string {
    return qualname(this.#named);
  }

  /** Whether a step is under way. */
  get ag_running(): boolean {
    return this.#body.busy;
  }

  /** Itself. */
  __aiter__(): this {
    return this;
  }

  /** The next value; raises `StopAsyncIteration` at the end. */
  __anext__(): Step<T> {
    return new Step<T>(this, 'asend', this.#body.send(null));
  }

  /** Sends a value to the place of the last yield, and gives the next value. */
  asend(value: S): Step<T> {
    return new Step<T>(this, 'asend', this.#body.send(value));
  }

  /** Raises an exception at the place of the last yield, and gives the next value. */
  athrow(exception: Error | (new () => Error)): Step<T> {
    const error = instantiate(exception);
    if (!(error instanceof BaseException)) {
      throw new TypeError(
        `exceptions must be classes or instances deriving from BaseException, not ${typeName(exception)}`,
      );
    }
    return new Step<T>(this, 'athrow', this.#body.throw(error));
  }

  /** Ends it: raises `GeneratorExit` at the place of the last yield. */
  aclose(): Step<null> {
    return new Step<null>(this, 'aclose', this.#body.close());
  }

  /** For `for await`. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return {
      next: () =>
        new GeneratorCoroutine(iteratorResult(this.__anext__()), ANEXT) as Promise<IteratorResult<T, undefined>>,
    };
  }

  /** Python's text, such as `<async_generator object count at 0x…>`. */
  __repr__(): string {
    return `<async_generator object ${this.__qualname__} at ${address(this)}>`;
  }

  /** @internal */
  _inspect_state(): AsyncGeneratorState {
    return this.#body.state;
  }
}

installRepr(AsyncGenerator);
Object.defineProperty(AsyncGenerator, 'name', { value: 'async_generator' });

/** Wraps a native asynchronous generator, so that it has Python's protocol. */
export function fromNative<T>(generator: globalThis.AsyncGenerator<T>, named: Named): AsyncGenerator<T> {
  return new AsyncGenerator<T>(() => new NativeEngine(generator, named), named);
}

/** The values that a generator-style body yields. @public */
export type YieldsOf<Y> = Extract<Y, Yielding<unknown>> extends Yielding<infer T> ? T : unknown;

/**
 * Makes an asynchronous generator function of a generator function, which yields by `yield* asyncio.yield_(x)` and awaits
 * by `yield*`, or of a native `async function*`.
 *
 * @remarks
 * **Python.** An `async def` with `yield`.
 *
 * @example
 * ```ts
 * const letters = asyncio.asyncgen(async function* () {
 *   yield 'a';
 *   await asyncio.sleep(0);
 *   yield 'b';
 * });
 * const main = asyncio.coroutine(async () => {
 *   const iterator = letters();
 *   return [await iterator.__anext__(), await iterator.__anext__()];
 * });
 * await asyncio.run(main()); // => ['a', 'b']
 * ```
 *
 * @param fn - The function.
 * @throws TypeError if it is of another kind.
 * @public
 */
export function asyncgen<This, Args extends unknown[], T, S = unknown>(
  fn: (this: This, ...args: Args) => globalThis.AsyncGenerator<T, unknown, S>,
): (this: This, ...args: Args) => AsyncGenerator<T, S>;
export function asyncgen<This, Args extends unknown[], Y>(
  fn: (this: This, ...args: Args) => Generator<Y, unknown, never>,
): (this: This, ...args: Args) => AsyncGenerator<YieldsOf<Y>, unknown>;
export function asyncgen(fn: (this: unknown, ...args: unknown[]) => unknown): unknown {
  const kind = typeof fn === 'function' ? kindOf(fn as never) : 'plain';
  if (kind === 'asyncgen') return fn;
  if (kind !== 'raw generator' && kind !== 'async generator') {
    throw new TypeError(`a generator function was expected by asyncio.asyncgen(), got ${repr(fn)}`);
  }
  const wrapper = function (this: unknown, ...args: unknown[]): unknown {
    const named = wrapper as unknown as Named;
    const body = fn.apply(this, args);
    return kind === 'raw generator'
      ? new AsyncGenerator(() => new GeneratorEngine(body as Generator<unknown, unknown, unknown>), named)
      : fromNative(body as globalThis.AsyncGenerator, named);
  };
  mark(wrapper, 'asyncgen', fn);
  return wrapper;
}
