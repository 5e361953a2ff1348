/** Which task is running, and which there are. */
import { RuntimeError, TypeError } from '../../builtins/exceptions.js';
import { isKeywords, refuseOthers, signature } from '../../builtins/arguments.js';
import { repr } from '../../builtins/repr.js';
import type { LoopKeyword } from './ensure_future.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { get_running_loop } from '../contract/current_loop.js';
import { running, runningTask } from '../common/running.js';
import type { Task } from './tasks.js';

/** Tasks of other classes, that make themselves known. */
const registered = new Set<Task<unknown>>();
/** The task that was entered by `_enter_task`, by loop. */
const entered = new Map<AbstractEventLoop, Task<unknown>>();

/** The argument of `_register_task` and `_unregister_task`, as keyword. @public */
export interface TaskKeyword {
  /** The task. */
  readonly task: Task<unknown>;
}

// A page that has no tasks of other classes needs none of these.
const registerSpec = /* @__PURE__ */ signature('_register_task(task)');
const unregisterSpec = /* @__PURE__ */ signature('_unregister_task(task)');
const enterSpec = /* @__PURE__ */ signature('_enter_task(loop, task)');
const leaveSpec = /* @__PURE__ */ signature('_leave_task(loop, task)');

function loopArgument(name: string, given: unknown, count: number): AbstractEventLoop {
  if (count > 1) throw new TypeError(`${name}() takes at most 1 argument (${String(count)} given)`);
  if (isKeywords(given)) {
    refuseOthers(name, given, 'loop');
    return (given as LoopKeyword).loop ?? get_running_loop();
  }
  return (given as AbstractEventLoop | null | undefined) ?? get_running_loop();
}

/**
 * The task whose code runs right now, or null in a callback.
 *
 * @remarks
 * **Python.** `asyncio.current_task`.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => asyncio.current_task()?.get_name());
 * await asyncio.run(async () => await asyncio.create_task(main(), { name: 'worker' })); // => 'worker'
 * ```
 *
 * @param loop - The loop; by default the running one. Also as keyword.
 * @throws RuntimeError if none is given and none runs.
 * @public
 */
export function current_task(loop?: AbstractEventLoop | LoopKeyword | null): Task<unknown> | null {
  const wanted = loopArgument('current_task', loop, arguments.length);
  const task = runningTask();
  if (task !== null && task.get_loop() === wanted) return task;
  return entered.get(wanted) ?? null;
}

/**
 * The tasks of a loop that have not ended, in the order of their creation.
 *
 * @remarks
 * **Python.** `asyncio.all_tasks`, whose set has no order.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(1));
 *   const before = asyncio.all_tasks().size;
 *   await task;
 *   return [before, asyncio.all_tasks().size];
 * });
 * await asyncio.run(main()); // => [2, 1]
 * ```
 *
 * @param loop - The loop; by default the running one. Also as keyword.
 * @throws RuntimeError if none is given and none runs.
 * @public
 */
export function all_tasks(loop?: AbstractEventLoop | LoopKeyword | null): Set<Task<unknown>> {
  const wanted = loopArgument('all_tasks', loop, arguments.length);
  const tasks = new Set<Task<unknown>>(wanted._all_tasks());
  for (const task of registered) if (task.get_loop() === wanted && !task.done()) tasks.add(task);
  return tasks;
}

/**
 * Makes a task of another class known to `all_tasks`, for those who write loops.
 *
 * @remarks
 * **Python.** `asyncio._register_task`.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * class Foreign {
 *   get_loop = () => loop;
 *   done = () => false;
 * }
 * const foreign = new Foreign() as unknown as asyncio.Task;
 * asyncio._register_task(foreign);
 * asyncio.all_tasks(loop).has(foreign); // => true
 * asyncio._unregister_task(foreign);
 * loop.close();
 * ```
 *
 * @public
 */
export function _register_task(task: Task<unknown>): void;
export function _register_task(options: TaskKeyword): void;
export function _register_task(...args: readonly unknown[]): void {
  registered.add(registerSpec.bind(args)[0] as Task<unknown>);
}

/**
 * The opposite of `_register_task`.
 *
 * @remarks
 * **Python.** `asyncio._unregister_task`.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * class Foreign {
 *   get_loop = () => loop;
 *   done = () => false;
 * }
 * const foreign = new Foreign() as unknown as asyncio.Task;
 * asyncio._register_task(foreign);
 * asyncio._unregister_task(foreign);
 * asyncio.all_tasks(loop).size; // => 0
 * loop.close();
 * ```
 *
 * @public
 */
export function _unregister_task(task: Task<unknown>): void;
export function _unregister_task(options: TaskKeyword): void;
export function _unregister_task(...args: readonly unknown[]): void {
  registered.delete(unregisterSpec.bind(args)[0] as Task<unknown>);
}

/**
 * Says that a task begins to execute, for those who write tasks.
 *
 * @remarks
 * **Python.** `asyncio._enter_task`.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * const task = loop.create_task(asyncio.sleep(1));
 * asyncio._enter_task(loop, task);
 * asyncio.current_task(loop) === task; // => true
 * asyncio._leave_task(loop, task);
 * await loop.run_until_complete(task);
 * loop.close();
 * ```
 *
 * @throws RuntimeError if another one executes.
 * @public
 */
export function _enter_task(loop: AbstractEventLoop, task: Task<unknown>): void;
export function _enter_task(loop: AbstractEventLoop, options: TaskKeyword): void;
export function _enter_task(options: TaskKeyword & { readonly loop: AbstractEventLoop }): void;
export function _enter_task(...args: readonly unknown[]): void {
  const [loop, task] = enterSpec.bind(args) as [AbstractEventLoop, Task<unknown>];
  const current = current_task(loop);
  if (current !== null) {
    throw new RuntimeError(
      `Cannot enter into task ${repr(task)} while another task ${repr(current)} is being executed.`,
    );
  }
  entered.set(loop, task);
  if (running.loop === loop) running.task = task;
}

/**
 * The opposite of `_enter_task`.
 *
 * @remarks
 * **Python.** `asyncio._leave_task`.
 *
 * @example
 * ```ts
 * const loop = asyncio.new_event_loop();
 * const task = loop.create_task(asyncio.sleep(1));
 * asyncio._enter_task(loop, task);
 * asyncio._leave_task(loop, task);
 * asyncio.current_task(loop); // => null
 * await loop.run_until_complete(task);
 * loop.close();
 * ```
 *
 * @throws RuntimeError if the task isn't the one that executes.
 * @public
 */
export function _leave_task(loop: AbstractEventLoop, task: Task<unknown>): void;
export function _leave_task(loop: AbstractEventLoop, options: TaskKeyword): void;
export function _leave_task(options: TaskKeyword & { readonly loop: AbstractEventLoop }): void;
export function _leave_task(...args: readonly unknown[]): void {
  const [loop, task] = leaveSpec.bind(args) as [AbstractEventLoop, Task<unknown>];
  const current = current_task(loop);
  if (current !== task) {
    throw new RuntimeError(`Invalid attempt to leave task ${repr(task)} while task ${repr(current)} is entered.`);
  }
  entered.delete(loop);
  if (running.loop === loop) running.task = null;
}
