/** `TaskGroup`: tasks that all end before the scope that holds them does. */
import { signature } from '../../builtins/arguments.js';
import { KeyboardInterrupt, RuntimeError, SystemExit } from '../../builtins/exceptions.js';
import { FifoSet } from '../../builtins/fifo_set.js';
import { BaseExceptionGroup } from '../../builtins/groups.js';
import { installRepr, repr, str } from '../../builtins/repr.js';
import type { Gen } from '../common/awaitable.js';
import { canBeAtOnce } from '../statements/at_once.js';
import { addAwaitedBy, discardAwaitedBy } from '../futures/awaited_by.js';
import { Immediate } from '../statements/bodies.js';
import { NEEDS_EXCEPTION, refuseDisposal, type AsyncContextManager } from '../statements/async_with.js';
import { toCoroutine } from '../tasks/coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { GeneratorCoroutine } from '../coroutines/generator_coroutine.js';
import { current_task } from '../tasks/current.js';
import type { AbstractEventLoop } from '../contract/events.js';
import type { CoroKeyword, CoroutineOrThunk } from '../contract/loop_options.js';
import { CancelledError } from '../common/exceptions.js';
import { markCoroutineFunctions } from '../common/function_kinds.js';
import type { Future } from '../futures/futures.js';
import { callbackNamed } from '../common/named_callback.js';
import { get_running_loop } from '../contract/current_loop.js';
import type { TaskOptions } from '../tasks/task_options.js';
import type { Task } from '../tasks/tasks.js';

const AENTER = { name: '__aenter__', __qualname__: 'TaskGroup.__aenter__' };
const AEXIT = { name: '__aexit__', __qualname__: 'TaskGroup.__aexit__' };
const initSpec = signature('TaskGroup.__init__(self)');
const exitSpec = signature('TaskGroup.__aexit__(self, et, exc, tb)');
const createSpec = signature('TaskGroup.create_task(self, coro, **kwargs)');
const cancelSpec = signature('TaskGroup.cancel(self)');

/** Errors that end the program: they leave the group as they are. */
function endsProgram(error: unknown): boolean {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}

/**
 * A group of tasks, entered by `async_with`: its body makes tasks with {@link TaskGroup.create_task}, and the group is
 * left when all of them are done.
 *
 * If a task fails, the others and the body are cancelled, and the errors are raised together as an `ExceptionGroup`.
 *
 * @remarks
 * **Python.** `asyncio.TaskGroup`. Tasks are cancelled in the order in which they were made.
 *
 * **Cancellation.** If the task that holds the group is cancelled, all tasks of the group are, and the `CancelledError`
 * is raised when they have ended, unless one of them failed: errors come first, and the cancellation stays requested.
 *
 * @example
 * ```ts
 * const after = asyncio.coroutine(async (delay: number, x: string) => {
 *   await asyncio.sleep(delay);
 *   return x;
 * });
 * const main = asyncio.coroutine(async () =>
 *   await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
 *     const a = group.create_task(after(0.02, 'a'));
 *     const b = group.create_task(after(0.01, 'b'), { name: 'quick' });
 *     return [await a, await b];
 *   }),
 * );
 * await asyncio.run(main()); // => ['a', 'b']
 * ```
 *
 * @public
 */
export class TaskGroup implements AsyncContextManager<TaskGroup>, AsyncDisposable {
  #entered = false;
  #exiting = false;
  #aborting = false;
  /** `cancel` was called before the group was entered. */
  #cancelOnEntry = false;
  #loop: AbstractEventLoop | null = null;
  #parent: Task<unknown> | null = null;
  /** Whether one of the parent's cancellation requests is the group's own. */
  #cancelledParent = false;
  readonly #tasks = new FifoSet<Future<unknown>>();
  #errors: Error[] = [];
  #fatal: Error | null = null;
  #completed: Future<true> | null = null;

  constructor();
  constructor(...args: readonly never[]) {
    if (args.length > 0) initSpec.bind(args);
  }

  /**
   * Enters the group.
   *
   * @throws RuntimeError outside of a task, and if it was entered before.
   */
  __aenter__(): Coroutine<this> {
    return new GeneratorCoroutine(this.#aenter(), AENTER);
  }

  /**
   * Waits for the tasks.
   *
   * @throws ExceptionGroup of what the tasks raised.
   */
  __aexit__(et: unknown, exc: unknown, tb: unknown): Coroutine<boolean | null>;
  __aexit__(...args: readonly unknown[]): Coroutine<boolean | null> {
    return new GeneratorCoroutine(this.#aexit(exitSpec.bind(args)[1]), AEXIT);
  }

  /**
   * What `await using` looks for. In source that isn't compiled it can't show the exception of the body, so it is
   * refused.
   *
   * @throws RuntimeError that names `async_with`.
   */
  get [Symbol.asyncDispose](): () => Coroutine<void> {
    throw refuseDisposal(this);
  }

  /**
   * Makes a task of the group.
   *
   * @param coro - The coroutine, or a function of no arguments that makes one.
   * @param options - `name`, `context`, `eager_start`, and what else the loop's task factory takes.
   * @throws RuntimeError if the group isn't entered, is shutting down, or is finished; the coroutine is closed then.
   */
  create_task<T>(coro: CoroutineOrThunk<T>, options?: TaskOptions): Task<T>;
  create_task<T>(options: CoroKeyword<T>): Task<T>;
  create_task(...args: readonly unknown[]): Task<unknown> {
    const isPlain = args.length === 1 && args[0] instanceof Coroutine;
    const [given, keywords] = (isPlain ? args : createSpec.bind(args)) as [CoroutineOrThunk<unknown>, TaskOptions?];
    const refusal = this.#refusal();
    if (refusal !== null) {
      if (given instanceof Coroutine) given.close();
      throw new RuntimeError(`TaskGroup ${repr(this)} ${refusal}`);
    }
    const coro = toCoroutine(given) as Coroutine<unknown>;
    const loop = this.#loop as AbstractEventLoop;
    // Without keywords a task factory must not see any.
    const task =
      keywords === undefined || Object.keys(keywords).length === 0
        ? loop.create_task(coro)
        : loop.create_task(coro, keywords);
    addAwaitedBy(task, this.#parent);
    this.#tasks.add(task);
    // Also of a task that is done already: its failure must not cancel the parent before it has got the task.
    task.add_done_callback(this.#taskDone);
    return task;
  }

  /** Why no task can be made, or null. */
  #refusal(): string | null {
    if (!this.#entered) return 'has not been entered';
    if (this.#exiting && this.#tasks.size === 0) return 'is finished';
    return this.#aborting ? 'is shutting down' : null;
  }

  /**
   * Leaves the group early: its tasks and its body are cancelled, and the group ends without an error.
   *
   * A group that isn't entered yet is cancelled on entry; a second call, or one after the end, does nothing.
   *
   * @remarks
   * **Python.** `TaskGroup.cancel`, of Python 3.15.
   *
   * @example
   * ```ts
   * const seen: string[] = [];
   * const main = asyncio.coroutine(async () => {
   *   await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
   *     group.create_task(asyncio.sleep(60));
   *     group.cancel();
   *     await asyncio.sleep(60);
   *     seen.push('never');
   *   });
   *   seen.push('left');
   * });
   * await asyncio.run(main());
   * seen; // => ['left']
   * ```
   */
  cancel(): void;
  cancel(...args: readonly never[]): void {
    if (args.length > 0) cancelSpec.bind(args);
    if (!this.#entered) {
      this.#cancelOnEntry = true;
      return;
    }
    if (this.#exiting && this.#tasks.size === 0) return;
    if (!this.#aborting) this.#abort();
    this.#cancelParent();
  }

  // eslint-disable-next-line require-yield -- nothing has to be waited for
  *#aenter(): Gen<this> {
    this._enter();
    return this;
  }

  /** Entry without a coroutine. @internal */
  _enter(): void {
    if (this.#entered) throw new RuntimeError(`TaskGroup ${repr(this)} has already been entered`);
    this.#loop ??= get_running_loop();
    this.#parent = current_task(this.#loop);
    if (this.#parent === null) throw new RuntimeError(`TaskGroup ${repr(this)} cannot determine the parent task`);
    this.#entered = true;
    if (this.#cancelOnEntry) this.cancel();
  }

  *#aexit(exception: unknown): Gen<boolean | null> {
    try {
      this.#exiting = true;
      const hasFailed = exception instanceof Error;
      if (hasFailed && this.#fatal === null && endsProgram(exception)) this.#fatal = exception;
      let cancelled: Error | null = exception instanceof CancelledError ? exception : null;
      if (hasFailed && !this.#aborting) this.#abort();
      // Through all cancellations; the last of them that isn't the group's own is raised in the end.
      while (this.#tasks.size > 0) {
        this.#completed = (this.#loop as AbstractEventLoop).create_future<true>();
        try {
          yield* this.#completed;
        } catch (error) {
          if (!(error instanceof CancelledError)) throw error;
          if (!this.#aborting) {
            cancelled = error;
            this.#abort();
          }
        }
        this.#completed = null;
      }
      return this.#outcome(exception, cancelled);
    } finally {
      // A group that is kept must not keep what it held.
      this.#parent = null;
      this.#errors = [];
      this.#fatal = null;
    }
  }

  /** What leaving gives, or raises, when no task is left. */
  #outcome(exception: unknown, cancellation: Error | null): boolean | null {
    if (this.#fatal !== null) throw this.#fatal;
    const parent = this.#parent as Task<unknown>;
    // The cancellation of the group's own ends here; if there was no other, there is none to raise.
    const isOver = this.#cancelledParent && parent.uncancel() === 0;
    const cancelled = isOver ? null : cancellation;
    const errors = this.#errors;
    if (cancelled !== null && errors.length === 0) throw cancelled;
    const hasFailed = exception instanceof Error;
    if (hasFailed && !(exception instanceof CancelledError)) errors.push(exception);
    // A `CancelledError` that only stems from `cancel` goes no further.
    if (errors.length === 0) return isOver && hasFailed ? true : null;
    // The cancellation of the parent that came from elsewhere is still to be raised, at its next wait.
    if (parent.cancelling() > 0) {
      parent.uncancel();
      parent.cancel();
    }
    throw new BaseExceptionGroup('unhandled errors in a TaskGroup', errors);
  }

  #abort(): void {
    this.#aborting = true;
    for (const task of this.#tasks) if (!task.done()) task.cancel();
  }

  #cancelParent(): void {
    if (this.#cancelledParent) return;
    this.#cancelledParent = true;
    this.#parent?.cancel();
  }

  readonly #taskDone = callbackNamed('TaskGroup._on_task_done', (task: Future<unknown>): void => {
    this.#tasks.delete(task);
    discardAwaitedBy(task, this.#parent);
    if (this.#tasks.size === 0 && this.#completed?.done() === false) this.#completed.set_result(true);
    if (task.cancelled()) return;
    const error = task.exception();
    if (error === null) return;
    this.#errors.push(error);
    if (this.#fatal === null && endsProgram(error)) this.#fatal = error;
    if (this.#parent?.done() !== false) this.#reportLate(task, error);
    else if (!this.#aborting && !this.#cancelledParent) {
      this.#abort();
      this.#cancelParent();
    }
  });

  /** The parent is gone, as a generator that nobody finished: nobody will get the error. */
  #reportLate(task: Future<unknown>, exception: Error): void {
    (this.#loop as AbstractEventLoop).call_exception_handler({
      message: `Task ${repr(task)} has errored out but its parent task ${str(this.#parent)} is already completed`,
      exception,
      task,
    });
  }

  /** Python's text, such as `<TaskGroup tasks=2 entered>`. */
  __repr__(): string {
    const info = [''];
    if (this.#tasks.size > 0) info.push(`tasks=${String(this.#tasks.size)}`);
    if (this.#errors.length > 0) info.push(`errors=${String(this.#errors.length)}`);
    if (this.#aborting) info.push('cancelling');
    else if (this.#entered) info.push('entered');
    return `<TaskGroup${info.join(' ')}>`;
  }
}

installRepr(TaskGroup);
Object.defineProperty(TaskGroup.prototype, NEEDS_EXCEPTION, { value: true });

/* eslint-disable @typescript-eslint/unbound-method -- they are marked, not called */
markCoroutineFunctions(TaskGroup.prototype.__aenter__, TaskGroup.prototype.__aexit__);
canBeAtOnce(TaskGroup.prototype.__aenter__, (group: TaskGroup) => {
  group._enter();
  return new Immediate(group);
});
