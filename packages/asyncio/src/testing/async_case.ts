/** `IsolatedAsyncioTestCase`: Python's test case for coroutines. */
import { KeyboardInterrupt, ValueError } from '../builtins/exceptions.js';
import { BaseExceptionGroup } from '../builtins/groups.js';
import { repr } from '../builtins/repr.js';
import { copy_context, type Context } from '../contextvars/context.js';
import type { EnteredValue } from '../core/statements/async_with.js';
import type { Awaitable, Gen } from '../core/common/awaitable.js';
import { await_ } from '../core/futures/awaiting.js';
import type { AsyncContextManager } from '../core/statements/context_managers.js';
import { coroutine } from '../core/tasks/coroutine_functions.js';
import type { Coroutine } from '../core/coroutines/coroutines.js';
import type { LoopFactory } from '../core/runners/runners.js';
import { markRunnable } from './async_test.js';
import { CheckedRunner } from './checked_runner.js';
import { ASYNCHRONOUS, SYNCHRONOUS, halvesOf, type ContextManager } from './managers.js';
import { globalFunction } from './runner_globals.js';
import { errorText, item } from './texts.js';
import { TestParts, type Part } from './test_parts.js';

/** The `describe` and `test` of a runner. @public */
export interface TestRunner {
  /** Declares a group of tests; by default the global `describe`. */
  readonly describe?: (name: string, body: () => void) => unknown;
  /** Declares a test; by default the global `test`. */
  readonly test?: (name: string, body: () => Promise<void>) => unknown;
}

/** What an asynchronous method of a test case may return. @public */
export type AsyncPart = PromiseLike<unknown> | Generator<unknown, unknown, never>;

/** A class of tests. @public */
export type TestCaseClass = new (methodName: string) => IsolatedAsyncioTestCase;

/** The names of the methods that are tests, in Python's order. */
function testNames(cls: TestCaseClass): string[] {
  const names = new Set<string>();
  for (let from = cls.prototype as object | null; from !== null; from = Object.getPrototypeOf(from) as object | null) {
    for (const name of Object.getOwnPropertyNames(from)) if (name.startsWith('test')) names.add(name);
  }
  return [...names].filter((name) => typeof Reflect.get(cls.prototype as object, name) === 'function').sort();
}

/**
 * All that went wrong as one error. Runners show a message and causes, not what a group holds: so the message says it.
 */
function combined(name: string, failures: readonly unknown[]): unknown {
  if (failures.length === 1) return failures[0];
  const items = failures.map((failure, index) => item(index, errorText(failure)));
  const group = new BaseExceptionGroup(`${name} has failed more than once:${items.join('')}`, failures as Error[]);
  group.cause = failures[0];
  return group;
}

/**
 * A test case of coroutines. Derive from it, write tests as methods whose names begin with `test`, and `register()` the
 * class: each method is a test of the runner.
 *
 * For each test there is an object of its own, a loop and a context. `setUp` is called first, then `asyncSetUp`, the
 * test, `asyncTearDown`, `tearDown`, and the cleanups, the last one added first. All of them share the loop and the
 * context. If one of the first two fails, only the cleanups follow; if the test fails, all follows. Nothing that goes
 * wrong is lost: one error is thrown as it is, several together in a group.
 *
 * The coroutine functions among the methods, in any style, run in the loop, ordinary ones outside of it.
 *
 * @remarks
 * **Python.** `unittest.IsolatedAsyncioTestCase`, debug mode included. What stands around it is the runner's: `expect`
 * in place of the `assert` methods, `beforeAll` in place of `setUpClass`, the runner's way to skip a test. As in Python
 * the clock is real, and what a test leaves behind is no failure; `loop_factory` and `check_leaks` change that.
 *
 * **Cancellation.** A part that is cancelled has failed with `CancelledError`; what is to follow it follows. Tasks that
 * still run at the end of the test are cancelled after the cleanups. Ctrl-C ends the test without teardown and
 * cleanups.
 *
 * @example
 * ```ts
 * import { IsolatedAsyncioTestCase, VirtualTimeLoop } from 'asyncio-ts/testing';
 *
 * const log: string[] = [];
 * class LockTest extends IsolatedAsyncioTestCase {
 *   override loop_factory = VirtualTimeLoop;
 *   lock = new asyncio.Lock();
 *
 *   override async asyncSetUp() {
 *     await this.lock.acquire();
 *     this.addCleanup(() => log.push('cleanup'));
 *   }
 *
 *   async test_waits() {
 *     asyncio.get_running_loop().call_later(3600, () => this.lock.release());
 *     await this.lock.acquire();
 *     log.push(`acquired at ${asyncio.get_running_loop().time()}`);
 *   }
 * }
 * // In a test file: LockTest.register(). By hand:
 * await new LockTest('test_waits').run();
 * log; // => ['acquired at 3600', 'cleanup']
 * ```
 *
 * @public
 */
export class IsolatedAsyncioTestCase {
  /** What makes the loop; by default it is the platform's. {@link VirtualTimeLoop} makes the clock virtual. */
  loop_factory: LoopFactory | null = null;
  /** True: what a test leaves behind fails it, as with {@link async_test}. Python only warns. */
  check_leaks: boolean = false;

  readonly #methodName: string;
  readonly #context: Context = copy_context();
  readonly #cleanups: [part: Part, args: readonly unknown[]][] = [];
  #parts: TestParts | null = null;
  #failures: unknown[] = [];

  /**
   * @param methodName - The name of the test.
   * @throws ValueError if there is no such method.
   */
  constructor(methodName: string = 'runTest') {
    this.#methodName = methodName;
    if (methodName !== 'runTest' && typeof this.#method(methodName) !== 'function') {
      throw new ValueError(`no such test method in ${repr(this.constructor)}: ${methodName}`);
    }
  }

  /**
   * Declares the tests of this class: a `describe` with the name of the class, and a `test` for each method whose name
   * begins with `test`, inherited ones too, in alphabetical order.
   *
   * @param runner - `describe` and `test` of the runner; the global ones are taken where these aren't given.
   * @throws RuntimeError if they aren't given and there are no global ones.
   */
  static register(this: TestCaseClass, runner?: TestRunner): void {
    const describe = runner?.describe ?? (globalFunction('describe') as NonNullable<TestRunner['describe']>);
    const test = runner?.test ?? (globalFunction('test') as NonNullable<TestRunner['test']>);
    describe(this.name, () => {
      for (const name of testNames(this)) {
        test(
          name,
          markRunnable(() => new this(name).run()),
        );
      }
    });
  }

  /** Called before each test, outside of the loop. */
  setUp(): void {
    // For others to override.
  }

  /** Runs before each test, after `setUp`. */
  asyncSetUp(): AsyncPart {
    return nothing();
  }

  /** Runs after each test whose set-up has not failed. */
  asyncTearDown(): AsyncPart {
    return nothing();
  }

  /** Called after `asyncTearDown` unless that fails, outside of the loop. */
  tearDown(): void {
    // For others to override.
  }

  /**
   * Has a function called at the end, after `tearDown`, and also if the set-up fails. The last one added is the first.
   *
   * @param func - The function. A coroutine function runs in the loop.
   * @param args - What it is called with.
   */
  addCleanup<Args extends unknown[]>(func: (...args: Args) => unknown, ...args: Args): void {
    this.#cleanups.push([func as Part, args]);
  }

  /**
   * Has a function run in the loop at the end; see `addCleanup`.
   *
   * @param func - A coroutine function, or a function that returns something to be awaited.
   * @param args - What it is called with.
   */
  addAsyncCleanup<Args extends unknown[]>(func: (...args: Args) => unknown, ...args: Args): void {
    this.addCleanup(coroutine(func as (...args: Args) => PromiseLike<unknown>), ...args);
  }

  /**
   * Enters a context manager, which is left at the end, as a cleanup.
   *
   * @param cm - The manager, of Python's protocol or a `Disposable`.
   * @returns What it gives to the body of a `with`.
   * @throws TypeError if it is no context manager.
   */
  enterContext<T>(cm: ContextManager<T>): T {
    const { enter, leave } = halvesOf(cm, SYNCHRONOUS);
    const value = enter === null ? cm : enter();
    this.addCleanup(() => void leave());
    return value as T;
  }

  /**
   * Enters an asynchronous context manager, which is left at the end, as a cleanup.
   *
   * **Cancellation.** If it is cancelled while it enters, there is nothing to leave.
   *
   * @param cm - The manager, of Python's protocol or an `AsyncDisposable`.
   * @returns A coroutine, whose result is what the manager gives to the body of an `async with`.
   * @throws TypeError (when it is awaited) if it is no context manager.
   */
  enterAsyncContext<M extends AsyncContextManager<unknown> | AsyncDisposable>(cm: M): Coroutine<EnteredValue<M>> {
    return enterInto(this, cm) as Coroutine<EnteredValue<M>>;
  }

  /**
   * Runs the cleanups, the last one added first. It is called after each test.
   *
   * @returns Whether nothing has gone wrong so far.
   */
  async doCleanups(): Promise<boolean> {
    for (let cleanup = this.#cleanups.pop(); cleanup !== undefined; cleanup = this.#cleanups.pop()) {
      const [part, args] = cleanup;
      await this.#attempt((parts) => parts.callMaybeAsync(part, args));
    }
    return this.#failures.length === 0;
  }

  /**
   * Runs the test.
   *
   * @throws What has gone wrong, as a rejection: the error, or a `BaseExceptionGroup` of several.
   */
  async run(): Promise<void> {
    const { loop_factory, check_leaks } = this;
    const runner = new CheckedRunner({ debug: true, loop_factory, check_leaks });
    runner.open();
    this.#parts = new TestParts(runner, this.#context, this);
    this.#failures = [];
    try {
      await this.#runAll();
    } catch (interrupt) {
      this.#failures = [interrupt];
    }
    await runner.close(this.#failures);
    if (this.#failures.length > 0) throw combined(this.#id(), this.#failures);
  }

  /** Python's `<A testMethod=test_it>`. */
  __repr__(): string {
    return `<${this.constructor.name} testMethod=${this.#methodName}>`;
  }

  /** The same. */
  toString(): string {
    return this.__repr__();
  }

  async #runAll(): Promise<void> {
    const isSetUp = await this.#attempt(async (parts) => {
      parts.callSync('setUp', this.#method('setUp'));
      await parts.callAsync(this.#method('asyncSetUp'), []);
    });
    if (isSetUp) {
      await this.#attempt((parts) => parts.callMaybeAsync(this.#method(this.#methodName), []));
      await this.#attempt(async (parts) => {
        await parts.callAsync(this.#method('asyncTearDown'), []);
        parts.callSync('tearDown', this.#method('tearDown'));
      });
    }
    await this.doCleanups();
  }

  /** Notes what goes wrong, and returns whether nothing did. An interrupt ends everything. */
  async #attempt(action: (parts: TestParts) => Promise<void>): Promise<boolean> {
    if (this.#parts === null) return true;
    try {
      await action(this.#parts);
      return true;
    } catch (error) {
      if (error instanceof KeyboardInterrupt) throw error;
      this.#failures.push(error);
      return false;
    }
  }

  #method(name: string): Part {
    return Reflect.get(this, name) as Part;
  }

  #id(): string {
    return `${this.constructor.name}.${this.#methodName}`;
  }
}

const nothing = coroutine(function* (): Gen<void> {
  // For others to override.
});

const enterInto = coroutine(function* (testCase: IsolatedAsyncioTestCase, cm: unknown): Gen<unknown> {
  const { enter, leave } = halvesOf(cm, ASYNCHRONOUS);
  const value = enter === null ? cm : yield* await_(enter() as Awaitable<unknown>);
  testCase.addAsyncCleanup(() => leave());
  return value;
});
