/** Calls the parts of a test case: methods and cleanups, of whatever style. */
import { repr } from '../builtins/repr.js';
import { TypeError } from '../builtins/exceptions.js';
import type { Context } from '../contextvars/context.js';
import type { Awaitable } from '../core/common/awaitable.js';
import { coroutine } from '../core/tasks/coroutine_functions.js';
import { Coroutine } from '../core/coroutines/coroutines.js';
import { isasyncgenfunction, iscoroutinefunction, isgeneratorfunction } from '../inspect/kinds.js';
import { isawaitable, isgenerator } from '../inspect/objects.js';
import type { CheckedRunner } from './checked_runner.js';

export type Part = (this: unknown, ...args: unknown[]) => unknown;

const isPromiseLike = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown }).then === 'function';

export class TestParts {
  readonly #runner: CheckedRunner;
  readonly #context: Context;
  readonly #self: unknown;

  constructor(runner: CheckedRunner, context: Context, self: unknown) {
    this.#runner = runner;
    this.#context = context;
    this.#self = self;
  }

  /** Calls `setUp` or `tearDown`, outside of the loop. */
  callSync(name: 'setUp' | 'tearDown', part: Part): void {
    const result = this.#call(part, []);
    if (!isawaitable(result) && !isgenerator(result)) return;
    if (result instanceof Coroutine) result.close();
    // What a native body throws later says less than this.
    else if (isPromiseLike(result)) result.then(undefined, () => undefined);
    const cure = name === 'setUp' ? 'asyncSetUp' : 'asyncTearDown';
    throw new TypeError(`${name}() is not waited for: a method that returns ${repr(result)} must be ${cure}()`);
  }

  /** Runs a coroutine function. */
  async callAsync(part: Part, args: readonly unknown[]): Promise<void> {
    await this.#runner.run(() => coroutine(part as never).apply(this.#self as never, args as never), this.#context);
  }

  /** Runs a coroutine function, or calls another one outside of the loop. */
  async callMaybeAsync(part: Part, args: readonly unknown[]): Promise<void> {
    if (iscoroutinefunction(part) || isgeneratorfunction(part) || isasyncgenfunction(part)) {
      await this.callAsync(part, args);
      return;
    }
    // A function that was compiled down, or that returns what another one has made.
    const result = this.#call(part, args);
    if (isawaitable(result) || isgenerator(result)) {
      await this.#runner.run(() => result as Awaitable<unknown>, this.#context);
    }
  }

  #call(part: Part, args: readonly unknown[]): unknown {
    return this.#context.run(() => part.apply(this.#self, [...args]));
  }
}
