/**
 * Asynchronous generators, which are what functions return that `asyncgen` has made (`asyncgen_functions.ts`).
 *
 *     front ──► body ──► engine         The program holds the front, the loop holds the body (`asyncgen_bodies.ts`): so
 *       ▲        ▲                      the garbage collector can tell that nobody iterates any more, and the loop
 *     step ──────┘                      closes the body. Each `asend` makes a step (`asyncgen_steps.ts`).
 */
import { TypeError } from '../../builtins/exceptions.js';
import { address, installRepr } from '../../builtins/repr.js';
import { AsyncGeneratorBody, qualname } from './asyncgen_bodies.js';
import { NativeEngine, type YieldedValue, type Engine } from './asyncgen_engines.js';
import { AsendStep, IterationStep, nextAtOnce, type Step } from './asyncgen_steps.js';
import { AcloseStep, AthrowStep, IterationThrow } from './asyncgen_throws.js';
import type { Gen } from '../common/awaitable.js';
import { await_, isAwaitable } from '../futures/awaiting.js';
import { checkName, plainName, type Named } from '../coroutines/coroutine_names.js';
import { CLOSED, CREATED, SUSPENDED } from '../coroutines/coroutine_states.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';

/** The states of an asynchronous generator, as `inspect.getasyncgenstate` names them. @public */
export type AsyncGeneratorState = 'AGEN_CREATED' | 'AGEN_RUNNING' | 'AGEN_SUSPENDED' | 'AGEN_CLOSED';

function closeBody(body: AsyncGeneratorBody): Coroutine<null> {
  return new AcloseStep(body, null);
}

/** What `for await` iterates. It has no `return`: leaving the loop early leaves the generator suspended. */
class Iteration<T> implements AsyncIterableIterator<T, undefined> {
  readonly #front: AsyncGenerator<T>;
  readonly #body: AsyncGeneratorBody;

  constructor(front: AsyncGenerator<T>, body: AsyncGeneratorBody) {
    this.#front = front;
    this.#body = body;
  }

  next(value?: unknown): Promise<IteratorResult<T, undefined>> {
    this.#body.hook(this.#front, closeBody);
    return new IterationStep<T>(this.#body, this.#front, value);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** For `yield*` in a native body. */
  throw(error: unknown): Promise<IteratorResult<T, undefined>> {
    this.#body.hook(this.#front, closeBody);
    return new IterationThrow<T>(this.#body, this.#front, error);
  }
}

/** What a generator of ours has returned at its end, once; undefined for other iterators. */
export function takeResult(iterator: object): unknown {
  return iterator instanceof AsyncGenerator ? AsyncGenerator.bodyOf(iterator).takeResult() : undefined;
}

/**
 * An asynchronous generator: gives values one by one, and may wait in between. Made by functions that {@link asyncgen}
 * made.
 *
 * Leaving a `for await` early leaves it suspended, as in Python; the loop closes it at its end, or sooner.
 *
 * @remarks
 * **Python.** An asynchronous generator object.
 *
 * **Cancellation.** Of the task that awaits a step: `CancelledError` is raised where the body waits. A body that lets
 * it pass has ended, and the next step raises `StopAsyncIteration`; between steps, at a yield, nothing reaches it.
 *
 * @example
 * ```ts
 * const countdown = asyncio.asyncgen(function* (n: number) {
 *   for (; n > 0; n--) {
 *     yield* asyncio.sleep(1);
 *     yield* asyncio.yield_(n);
 *   }
 * });
 * const main = asyncio.coroutine(async () => {
 *   const numbers: number[] = [];
 *   for await (const n of countdown(3)) numbers.push(n);
 *   return numbers;
 * });
 * await asyncio.run(main()); // => [3, 2, 1]
 * ```
 *
 * @public
 */
export class AsyncGenerator<T = unknown, S = unknown> implements AsyncIterable<T> {
  readonly #body: AsyncGeneratorBody;
  #name: string | null = null;
  #qualname: string | null = null;

  /** @internal */
  constructor(engine: Engine, named: Named) {
    this.#body = new AsyncGeneratorBody(engine, named, this);
  }

  /** @internal */
  static bodyOf(generator: AsyncGenerator): AsyncGeneratorBody {
    return generator.#body;
  }

  /** The function's name. */
  get __name__(): string {
    return (this.#name ??= plainName(this.#body.named));
  }
  set __name__(name: string) {
    checkName('__name__', name);
    this.#name = name;
  }

  /** The function's qualified name. */
  get __qualname__(): string {
    return (this.#qualname ??= qualname(this.#body.named));
  }
  set __qualname__(name: string) {
    checkName('__qualname__', name);
    this.#qualname = name;
  }

  /** Whether a step is under way: the body executes, or waits for something. */
  get ag_running(): boolean {
    return this.#body.busy;
  }

  /** Whether the body is suspended, at a yield or at an await. */
  get ag_suspended(): boolean {
    return this.#body.state === SUSPENDED;
  }

  /** What the body waits for, or null. */
  get ag_await(): unknown {
    return this.#body.awaiting;
  }

  /** Itself. */
  __aiter__(): this {
    return this;
  }

  /** The next value; raises `StopAsyncIteration` at the end. */
  __anext__(): Step<T> {
    return new AsendStep<T>(this.#hooked(), this, null);
  }

  /**
   * Sends a value to the place of the last yield, and gives the next value.
   *
   * @remarks
   * **Python.** `agen.asend`.
   *
   * **Cancellation.** `CancelledError` is raised where the body waits; if it lets it pass, the generator has ended.
   *
   * @param value - What the last `yield` gives in the body; null for the first step.
   * @throws StopAsyncIteration, when awaited, if the body ends; TypeError for another value than null in the first
   *   step.
   */
  asend(value: S | null): Step<T> {
    return new AsendStep<T>(this.#hooked(), this, value);
  }

  /**
   * Raises an exception, an error or a class of errors, at the place of the last yield, and gives the next value.
   *
   * @remarks
   * **Python.** `agen.athrow`.
   *
   * **Cancellation.** As of {@link AsyncGenerator.asend}.
   *
   * @param exception - What is raised.
   * @throws StopAsyncIteration, when awaited, if the body ends; the exception, if the body lets it pass.
   */
  athrow(exception: Error | (new () => Error)): Step<T> {
    if (arguments.length === 0) throw new TypeError('athrow expected at least 1 argument, got 0');
    return new AthrowStep<T>(this.#hooked(), this, exception);
  }

  /**
   * Ends it: raises `GeneratorExit` at the place of the last yield, and waits for the clean-up. Nothing happens after
   * its end.
   *
   * @remarks
   * **Python.** `agen.aclose`.
   *
   * **Cancellation.** `CancelledError` is raised where the clean-up waits, the rest of which may be lost; the generator
   * is over all the same.
   *
   * @throws RuntimeError, when awaited, if the body yields again or a step is under way.
   */
  aclose(): Step<null> {
    return new AcloseStep(this.#hooked(), this);
  }

  /** For `for await`. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return new Iteration<T>(this, this.#body);
  }

  /**
   * As if `__anext__()` were awaited here: the value, null at the end, or a step that is still to be awaited. @internal
   */
  _next_at_once(): YieldedValue<T> | Step<T> | null {
    return nextAtOnce<T>(this.#hooked(), this);
  }

  /** JavaScript's protocol, for compiled code: there this stands for what an `async function*` makes. @internal */
  next(value?: unknown): Promise<IteratorResult<T, undefined>> {
    // There is no `yield` yet that the first value could be sent to: JavaScript ignores it.
    return new IterationStep<T>(this.#hooked(), this, this.#body.state === CREATED ? null : value);
  }

  /** As `next`. @internal */
  throw(error: unknown): Promise<IteratorResult<T, undefined>> {
    return new IterationThrow<T>(this.#hooked(), this, error);
  }

  /** As `next`. @internal */
  return(value?: unknown): Promise<IteratorReturnResult<unknown>> {
    return new GeneratorCoroutine(closeFor(this, value), RETURN);
  }

  /** Python's text, such as `<async_generator object count at 0x…>`. */
  __repr__(): string {
    return `<async_generator object ${this.__qualname__} at ${address(this)}>`;
  }

  /** @internal */
  _inspect_state(): AsyncGeneratorState {
    const body = this.#body;
    if (body.busy) return 'AGEN_RUNNING';
    if (body.state === SUSPENDED) return 'AGEN_SUSPENDED';
    return body.state === CLOSED ? 'AGEN_CLOSED' : body.state === CREATED ? 'AGEN_CREATED' : 'AGEN_RUNNING';
  }

  #hooked(): AsyncGeneratorBody {
    this.#body.hook(this, closeBody);
    return this.#body;
  }
}

const RETURN: Named = { name: 'return' };

/** JavaScript's `return`, which gives its argument back; a promise is awaited. */
function* closeFor(generator: AsyncGenerator, value: unknown): Gen<IteratorReturnResult<unknown>> {
  yield* generator.aclose();
  return { done: true, value: isAwaitable(value) ? yield* await_(value) : value };
}

installRepr(AsyncGenerator);
Object.defineProperty(AsyncGenerator, 'name', { value: 'async_generator' });

const fronts = new WeakMap<object, AsyncGenerator<unknown>>();

/** Gives a bare native asynchronous generator Python's protocol; always the same one, since its state is there. */
export function fromNative<T>(generator: globalThis.AsyncGenerator<T>): AsyncGenerator<T> {
  let front = fronts.get(generator);
  if (front === undefined) {
    front = new AsyncGenerator(new NativeEngine(generator, BARE), BARE);
    fronts.set(generator, front);
  }
  return front as AsyncGenerator<T>;
}

const BARE: Named = { name: 'async_generator' };
