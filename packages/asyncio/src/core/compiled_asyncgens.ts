/** Asynchronous generators whose body awaits by a bare `yield`: what a compiler makes of `async function*`. */
import { AsyncGenerator } from './asyncgens.js';
import { YieldedValue, type Engine } from './asyncgen_bodies.js';
import { suspension } from './awaitable.js';
import { CompiledCoroutine, checkFunction, type Body, type GeneratorFunction } from './compiled.js';
import { NONE, type Named } from './coroutines.js';
import { mark } from './function_kinds.js';

/**
 * A step of a compiled asynchronous generator, as the body of a coroutine: it ends where the generator yields a value.
 */
class StepBody implements Body<unknown> {
  readonly #generator: Body<unknown>;
  ended = false;
  /** What the generator has raised, before anybody makes something else of it. */
  raised: unknown = NONE;

  constructor(generator: Body<unknown>) {
    this.#generator = generator;
  }

  next(value: unknown): IteratorResult<unknown, unknown> {
    return this.#pass(() => this.#generator.next(value));
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    return this.#pass(() => this.#generator.throw(error));
  }

  return(): void {
    // The generator outlives its steps.
  }

  #pass(move: () => IteratorResult<unknown, unknown>): IteratorResult<unknown, unknown> {
    let result: IteratorResult<unknown, unknown>;
    try {
      result = move();
    } catch (error) {
      this.raised = error;
      throw error;
    }
    if (result.done === true) this.ended = true;
    return result.value instanceof YieldedValue ? { done: true, value: result.value } : result;
  }
}

/** Runs a compiled `async function*`, whose body awaits by `yield x` and yields by `yield yield_(x)`. */
class CompiledEngine implements Engine {
  readonly #generator: Body<unknown>;
  readonly #body: StepBody;
  readonly #named: Named;
  #step: CompiledCoroutine<unknown> | null = null;

  constructor(generator: Body<unknown>, named: Named) {
    this.#generator = generator;
    this.#body = new StepBody(generator);
    this.#named = named;
  }

  next(value: unknown): IteratorResult<unknown, unknown> {
    return this.#pass((step) => step._resume(value));
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    return this.#pass((step) => step._raise(error));
  }

  return(): void {
    this.#generator.return(undefined);
  }

  #pass(
    move: (step: CompiledCoroutine<unknown>) => IteratorResult<unknown, unknown>,
  ): IteratorResult<unknown, unknown> {
    const step = (this.#step ??= new CompiledCoroutine(this.#body, this.#named));
    let result: IteratorResult<unknown, unknown>;
    try {
      result = move(step);
    } catch (error) {
      throw this.#body.raised === NONE ? error : this.#body.raised;
    }
    if (result.done !== true) {
      // The step is nobody's coroutine: what it waits for counts.
      suspension.on = step._awaiting;
      return result;
    }
    this.#step = null;
    return this.#body.ended ? result : { done: false, value: result.value };
  }
}

/** Makes an asynchronous generator function of a generator function whose `yield x` is `await x`, and `yield yield_(x)` yields. */
export function compiledAsyncgen<Args extends unknown[], T>(
  fn: GeneratorFunction<Args, unknown>,
): (...args: Args) => AsyncGenerator<T> {
  checkFunction(fn);
  const wrapper = function (this: unknown): AsyncGenerator<T> {
    const named = wrapper as unknown as Named;
    // eslint-disable-next-line prefer-rest-params -- as above
    return new AsyncGenerator<T>(new CompiledEngine(fn.apply(this, arguments as never) as Body<unknown>, named), named);
  };
  mark(wrapper, 'asyncgen', fn);
  return wrapper;
}
