/** `create_task`, and the factories that start tasks eagerly. */
import { isKeywords, signature } from '../../builtins/arguments.js';
import { toCoroutine } from './coroutine_functions.js';
import { Coroutine } from '../coroutines/coroutines.js';
import { get_running_loop } from '../contract/current_loop.js';
import type { AbstractEventLoop } from '../contract/events.js';
import { callFactory } from '../common/factories.js';
import type { CoroKeyword, CoroutineOrThunk } from '../contract/loop_options.js';
import type { TaskOptions } from './task_options.js';
import { Task } from './tasks.js';

const spec = signature('create_task(coro, **kwargs)');

/**
 * Schedules a coroutine: it begins in the next iteration of the running loop, as a task.
 *
 * @remarks
 * **Python.** `asyncio.create_task`.
 *
 * **Cancellation.** See {@link Task.cancel}. A pending task is kept alive by its loop.
 *
 * @example
 * ```ts
 * const main = asyncio.coroutine(async () => {
 *   const task = asyncio.create_task(asyncio.sleep(0.01, 'done'), { name: 'nap' });
 *   return `${task.get_name()}: ${await task}`;
 * });
 * await asyncio.run(main()); // => 'nap: done'
 * ```
 *
 * @param coro - The coroutine, or a function of no arguments that makes one; also as keyword.
 * @param options - `name`, `context`, `eager_start`, and what else the loop's task factory takes.
 * @throws TypeError if it isn't a coroutine, RuntimeError if no loop is running.
 * @public
 */
export function create_task<T>(coro: CoroutineOrThunk<T>, options?: TaskOptions): Task<T>;
export function create_task<T>(options: CoroKeyword<T>): Task<T>;
export function create_task(...args: readonly unknown[]): Task<unknown> {
  const isPlain = args.length === 1 && (args[0] instanceof Coroutine || !isKeywords(args[0]));
  const [coro, keywords] = (isPlain ? args : spec.bind(args)) as [Coroutine<unknown>, TaskOptions?];
  const loop = get_running_loop();
  // Without keywords a task factory must not see any.
  return keywords === undefined || Object.keys(keywords).length === 0
    ? loop.create_task(coro)
    : loop.create_task(coro, keywords);
}

/** Something that makes tasks: {@link Task}, a subclass, or a function with the same parameters. @public */
export type TaskConstructor =
  | (new (coro: Coroutine<unknown>, options: TaskOptions) => Task<unknown>)
  | ((coro: Coroutine<unknown>, options: TaskOptions) => Task<unknown>);

/**
 * A task factory of Python's: {@link eager_task_factory}, and what {@link create_eager_task_factory} makes.
 *
 * @public
 */
export interface EagerTaskFactory {
  /** Makes the task of a coroutine. */
  (loop: AbstractEventLoop, coro: Coroutine<unknown>, keywords?: TaskOptions): Task<unknown>;
  /** With the coroutine as keyword. */
  (loop: AbstractEventLoop, keywords: TaskOptions & { readonly coro: Coroutine<unknown> }): Task<unknown>;
  /** With the loop as keyword too. */
  (keywords: TaskOptions & { readonly loop: AbstractEventLoop; readonly coro: Coroutine<unknown> }): Task<unknown>;
}

const makeSpec = signature('create_eager_task_factory(custom_task_constructor)');
const factorySpec = signature('create_eager_task_factory.<locals>.factory(loop, coro, *, eager_start, **kwargs)');

/**
 * Makes a task factory that starts tasks of a class of your own eagerly: a coroutine runs at once up to its first
 * suspension.
 *
 * A native `async` body can't; it begins in the next iteration.
 *
 * @remarks
 * **Python.** `asyncio.create_eager_task_factory`, since 3.12.
 *
 * @example
 * ```ts
 * class Named extends asyncio.Task {
 *   override get_name(): string {
 *     return `my ${super.get_name()}`;
 *   }
 * }
 * const main = asyncio.coroutine(async () => {
 *   asyncio.get_running_loop().set_task_factory(asyncio.create_eager_task_factory(Named));
 *   const task = asyncio.create_task(asyncio.sleep(1), { name: 'task' });
 *   await task;
 *   return task.get_name();
 * });
 * await asyncio.run(main()); // => 'my task'
 * ```
 *
 * @param custom_task_constructor - The class, or a function with the parameters of {@link Task}; also as keyword.
 * @public
 */
export function create_eager_task_factory(custom_task_constructor: TaskConstructor): EagerTaskFactory;
export function create_eager_task_factory(options: {
  readonly custom_task_constructor: TaskConstructor;
}): EagerTaskFactory;
export function create_eager_task_factory(...args: readonly unknown[]): EagerTaskFactory {
  const [constructor] = makeSpec.bind(args);
  return function factory(...given: readonly unknown[]): Task<unknown> {
    const [loop, coro, eagerStart, keywords] = factorySpec.bind(given);
    const options = { ...(keywords as object), loop, eager_start: eagerStart === undefined ? true : eagerStart };
    return callFactory(constructor, [toCoroutine(coro), options]) as Task<unknown>;
  };
}

/**
 * A task factory that starts tasks eagerly: a coroutine runs at once up to its first suspension. A native `async` body
 * can't; it begins in the next iteration.
 *
 * @remarks
 * **Python.** `asyncio.eager_task_factory`.
 *
 * @example
 * ```ts
 * const order: string[] = [];
 * const child = asyncio.coroutine(function* () { order.push('child'); });
 * const main = asyncio.coroutine(async () => {
 *   asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory);
 *   const task = asyncio.create_task(child());
 *   order.push('main');
 *   await task;
 * });
 * await asyncio.run(main());
 * order; // => ['child', 'main']
 * ```
 *
 * @public
 */
export const eager_task_factory: EagerTaskFactory = create_eager_task_factory(Task);
