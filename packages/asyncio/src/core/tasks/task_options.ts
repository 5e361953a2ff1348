/** What `Task` takes: its options, and how they are checked. */
import { isKeywords, refuseOthers } from '../../builtins/arguments.js';
import { TypeError } from '../../builtins/exceptions.js';
import { repr } from '../../builtins/repr.js';
import type { Context } from '../../contextvars/context.js';
import { Coroutine } from '../coroutines/coroutines.js';
import type { AbstractEventLoop } from '../contract/events.js';

/** The keywords of `create_task` and of `Task`. @public */
export interface TaskOptions {
  /** The loop; `create_task` sets it. */
  readonly loop?: AbstractEventLoop | null | undefined;
  /** The task's name; by default `Task-1`, `Task-2`, … */
  readonly name?: unknown;
  /** The context that the coroutine runs in; by default a copy of the current one. */
  readonly context?: Context | null | undefined;
  /** Runs the first step at once instead of in the next iteration. */
  readonly eager_start?: boolean | null | undefined;
}

/** The options of a task, however they were given. */
export function checkedOptions<T>(
  first: Coroutine<T> | (TaskOptions & { readonly coro: Coroutine<T> }),
  second: TaskOptions | undefined,
  count: number,
): TaskOptions | undefined {
  const isByKeyword = !(first instanceof Coroutine) && isKeywords(first);
  if (count === 0 || (isByKeyword && !Object.hasOwn(first, 'coro'))) {
    throw new TypeError("Task() missing required argument 'coro' (pos 1)");
  }
  const options = isByKeyword ? withoutCoro(first) : second;
  if (options !== undefined && options !== options.loop?._asKeyword) checkKeywords(options, count);
  return options;
}

/** The coroutine of a task, however it was given. */
export function checkedCoroutine<T>(first: Coroutine<T> | { readonly coro: Coroutine<T> }): Coroutine<T> {
  const coro: unknown = !(first instanceof Coroutine) && isKeywords(first) ? first.coro : first;
  if (!(coro instanceof Coroutine)) throw new TypeError(notACoroutine(coro));
  return coro as Coroutine<T>;
}

function notACoroutine(value: unknown): string {
  const text = `a coroutine was expected, got ${repr(value)}`;
  if (Object.prototype.toString.call(value) !== '[object Promise]') return text;
  return (
    `${text}: an async function that was not wrapped has started already, so a task can't own it. Wrap the function, ` +
    'f = asyncio.coroutine(async () => { … }), or hand over the function itself, create_task(f)'
  );
}

/** The name of a task: Python's `str` of whatever was given. */
export function nameFrom(value: unknown): string {
  return typeof value === 'string' ? value : repr(value);
}

function withoutCoro(keywords: TaskOptions & { readonly coro: unknown }): TaskOptions {
  const { coro, ...options } = keywords;
  void coro;
  return options;
}

function checkKeywords(options: TaskOptions, count: number): void {
  if (!isKeywords(options)) throw new TypeError(`Task() takes exactly 1 positional argument (${String(count)} given)`);
  refuseOthers('Task', options, 'loop', 'name', 'context', 'eager_start');
}

/** Refuses what a method of a task has no parameter for. */
export function checkOnly(method: string, options: object | undefined, ...known: readonly string[]): void {
  if (options !== undefined && !isKeywords(options)) throw new TypeError(`${method}() takes no positional arguments`);
  refuseOthers(method, options, ...known);
}
