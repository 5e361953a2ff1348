/** `create_task`, and the factories that start tasks eagerly. */
import { isKeywords } from '../builtins/arguments.js';
import { TypeError } from '../builtins/exceptions.js';
import type { Decorated } from './awaitable.js';
import { toCoroutine } from './coroutine_functions.js';
import type { Coroutine } from './coroutines.js';
import type { AbstractEventLoop } from './events.js';
import { callFactory } from './factories.js';
import { get_running_loop } from './policies.js';
import { Task, type TaskOptions } from './tasks.js';

/**
 * What `create_task` takes: a coroutine, or a function of no arguments that makes one. The result of a decorated method is
 * a coroutine, although TypeScript takes it for a promise or a generator; a promise proper is refused.
 *
 * @public
 */
export type CoroutineOrThunk<T> =
  Coroutine<T> | Promise<T> | Decorated<T> | (() => Coroutine<T> | Promise<T> | Decorated<T>);

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
 * @param coro - The coroutine, or a function of no arguments that makes one.
 * @param options - `name`, `context`, `eager_start`.
 * @throws TypeError if it isn't a coroutine, RuntimeError if no loop is running.
 * @public
 */
export function create_task<T>(coro: CoroutineOrThunk<T>, options?: TaskOptions): Task<T> {
  if (arguments.length === 0) throw new TypeError("create_task() missing 1 required positional argument: 'coro'");
  if (options !== undefined && !isKeywords(options)) {
    throw new TypeError(`create_task() takes 1 positional argument but ${String(arguments.length)} were given`);
  }
  const loop = get_running_loop();
  // Without keywords a task factory must not see any.
  return options === undefined
    ? loop.create_task(coro as Coroutine<T>)
    : loop.create_task(coro as Coroutine<T>, options);
}

/** Something that makes tasks: {@link Task}, a subclass, or a function with the same parameters. @public */
export type TaskConstructor =
  | (new (coro: Coroutine<unknown>, options: TaskOptions) => Task<unknown>)
  | ((coro: Coroutine<unknown>, options: TaskOptions) => Task<unknown>);

/**
 * Makes a task factory that starts tasks of a class of your own eagerly.
 *
 * @remarks
 * **Python.** `asyncio.create_eager_task_factory`.
 *
 * @param custom_task_constructor - The class, or a function with the parameters of {@link Task}.
 * @public
 */
export function create_eager_task_factory(
  custom_task_constructor: TaskConstructor,
): (loop: AbstractEventLoop, coro: Coroutine<unknown>, keywords?: TaskOptions) => Task<unknown> {
  return function factory(loop, coro, keywords): Task<unknown> {
    const options = { eager_start: true, ...keywords, loop };
    return callFactory(custom_task_constructor, [toCoroutine(coro), options]) as Task<unknown>;
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
export const eager_task_factory: (
  loop: AbstractEventLoop,
  coro: Coroutine<unknown>,
  keywords?: TaskOptions,
) => Task<unknown> = create_eager_task_factory(Task);
