/** Asynchronous generators whose body awaits by a bare `yield`: what a compiler makes of `async function*`. */
import { YieldedValue, type Engine } from '../core/asyncgens/asyncgen_engines.js';
import { suspension } from '../core/common/awaitable.js';
import { isForeignThenable } from '../core/futures/awaiting.js';
import { CompiledCoroutine, type Body } from './coroutines.js';
import type { Named } from '../core/coroutines/coroutine_names.js';

/** A promise of the host's on its way out of the body: it is awaited first, and its value is what is yielded. */
class YieldedPromise {
  readonly promise: PromiseLike<unknown>;

  constructor(promise: PromiseLike<unknown>) {
    this.promise = promise;
  }
}

/** What `yield` gives out in a compiled body; a promise of the host's is awaited first, as in JavaScript. */
export function yielding(value: unknown): unknown {
  if (((typeof value === 'object' && value !== null) || typeof value === 'function') && isForeignThenable(value)) {
    return new YieldedPromise(value);
  }
  return new YieldedValue(value);
}

/** The body of an asynchronous generator, which gives out what it awaits, and its values as {@link YieldedValue}. */
class AsyncgenBody implements Body<unknown> {
  readonly #generator: Body<unknown>;
  /** It awaits what it is to yield. */
  #settling = false;
  /** The generator is a step ahead: what `next` is given is what that has given. */
  #ahead = false;

  constructor(generator: Body<unknown>) {
    this.#generator = generator;
  }

  /** Goes on from a yield, without a frame; where the body comes to something else, `next` is to be given that. */
  goOn(value: unknown): IteratorResult<unknown, unknown> {
    const result = this.#generator.next(value);
    this.#ahead = !(result.value instanceof YieldedValue);
    return result;
  }

  next(value: unknown): IteratorResult<unknown, unknown> {
    if (this.#ahead) {
      this.#ahead = false;
      return this.#pass(value as IteratorResult<unknown, unknown>);
    }
    if (!this.#settling) return this.#pass(this.#generator.next(value));
    this.#settling = false;
    return new YieldedValue(value);
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    this.#settling = false;
    return this.#pass(this.#generator.throw(error));
  }

  return(): void {
    this.#generator.return(undefined);
  }

  #pass(result: IteratorResult<unknown, unknown>): IteratorResult<unknown, unknown> {
    if (!(result.value instanceof YieldedPromise)) return result;
    this.#settling = true;
    return { done: false, value: result.value.promise };
  }
}

/** Drives the body, from one end to the other. It is nobody's coroutine. */
class AsyncgenFrame extends CompiledCoroutine<unknown> {
  static override get name(): string {
    return 'coroutine';
  }

  /** What the body has raised, it is for the asynchronous generator to make something else of it. */
  override _raised(error: unknown): unknown {
    return error;
  }
}

/** Runs a compiled `async function*`, whose body awaits by `yield x` and yields by `yield yielding(x)`. */
export class CompiledEngine implements Engine {
  readonly #body: AsyncgenBody;
  readonly #named: Named;
  #frame: AsyncgenFrame | null = null;
  /** The body waits for something, which is the frame's affair. */
  #waits = false;

  constructor(generator: Body<unknown>, named: Named) {
    this.#body = new AsyncgenBody(generator);
    this.#named = named;
  }

  next(value: unknown): IteratorResult<unknown, unknown> {
    let given = value;
    if (!this.#waits) {
      const result = this.#body.goOn(value);
      if (result.value instanceof YieldedValue) return result;
      given = result;
    }
    const frame = this.#begun();
    return this.#left(frame, frame._resume(given));
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    const frame = this.#begun();
    return this.#left(frame, frame._raise(error));
  }

  /** Not made before: a coroutine that doesn't begin would be reported. */
  #begun(): AsyncgenFrame {
    return (this.#frame ??= new AsyncgenFrame(this.#body, this.#named));
  }

  #left(frame: AsyncgenFrame, result: IteratorResult<unknown, unknown>): IteratorResult<unknown, unknown> {
    suspension.on = frame._awaiting;
    this.#waits = !(result.value instanceof YieldedValue);
    return result;
  }

  return(): void {
    this.#body.return();
  }
}
