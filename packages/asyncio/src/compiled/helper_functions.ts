/**
 * TypeScript's helpers for functions: what it writes for `async` at `target: ES2016`. A function that uses them can't
 * be marked, and its coroutines don't know their names: where the function itself is at hand, it gives its own.
 */
import { AsyncGenerator } from '../core/asyncgens/asyncgens.js';
import { YieldedValue } from '../core/asyncgens/asyncgen_engines.js';
import { CompiledCoroutine, type Body } from './coroutines.js';
import { CompiledEngine } from './asyncgens.js';
import type { Coroutine } from '../core/coroutines/coroutines.js';
import { ANONYMOUS, type Named } from '../core/coroutines/coroutine_names.js';
import { FailedBody } from './functions.js';
import type { BodyFunction } from './marks.js';

const NO_ARGUMENTS: readonly unknown[] = [];

/**
 * TypeScript's helper for `async` functions.
 *
 * @param self - The `this` of the call.
 * @param args - The arguments for the body, if it takes any.
 * @param promise - A class of promises, which is not used.
 * @param body - The generator function.
 * @public
 */
export function __awaiter(
  self: unknown,
  args: ArrayLike<unknown> | null | undefined,
  promise: unknown,
  body: BodyFunction,
): Coroutine<unknown> {
  void promise;
  let generator: Body<unknown>;
  try {
    generator = body.apply(self, (args ?? NO_ARGUMENTS) as never);
  } catch (error) {
    generator = new FailedBody(error);
  }
  return new CompiledCoroutine(generator, ANONYMOUS);
}

/** An awaited value, as it leaves the body of an asynchronous generator. */
export class Awaited {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/**
 * TypeScript's helper for `await` in asynchronous generators.
 *
 * @param value - What is awaited.
 * @public
 */
export function __await(value: unknown): unknown {
  return new Awaited(value);
}

/** A body that awaits by `yield __await(x)` and yields by a bare `yield`. */
class HelperBody implements Body<unknown> {
  readonly #generator: Body<unknown>;

  constructor(generator: Body<unknown>) {
    this.#generator = generator;
  }

  next(value: unknown): IteratorResult<unknown, unknown> {
    return this.#pass(this.#generator.next(value));
  }

  throw(error: unknown): IteratorResult<unknown, unknown> {
    return this.#pass(this.#generator.throw(error));
  }

  return(value: undefined): unknown {
    return this.#generator.return(value);
  }

  #pass(result: IteratorResult<unknown, unknown>): IteratorResult<unknown, unknown> {
    if (result.done === true) return result;
    const { value } = result;
    return value instanceof Awaited ? { done: false, value: value.value } : new YieldedValue(value);
  }
}

/** The names of an asynchronous generator: TypeScript calls its body by them, and adds a number. */
class NamedByBody implements Named {
  readonly #body: BodyFunction;

  constructor(body: BodyFunction) {
    this.#body = body;
  }

  get name(): string {
    return this.#body.name.replace(/_\d+$/, '');
  }
}

/**
 * TypeScript's helper for asynchronous generator functions.
 *
 * @param self - The `this` of the call.
 * @param args - The arguments.
 * @param body - The generator function.
 * @public
 */
export function __asyncGenerator(
  self: unknown,
  args: ArrayLike<unknown> | null | undefined,
  body: BodyFunction,
): AsyncGenerator<unknown> {
  const generator = body.apply(self, (args ?? NO_ARGUMENTS) as never);
  const named = new NamedByBody(body);
  return new AsyncGenerator(new CompiledEngine(new HelperBody(generator), named), named);
}
