/** What the methods of a loop take: keywords, coroutines, handlers and factories, as types. */
import type { Executor } from '../../concurrent/executor.js';
import type { ThreadPoolExecutor } from '../../concurrent/thread.js';
import type { Context } from '../../contextvars/context.js';
import type { AwaitableOrThunk, Decorated } from '../common/awaitable.js';
import type { Coroutine } from '../coroutines/coroutines.js';
import type { AbstractEventLoop } from './events.js';
import type { TaskOptions } from '../tasks/task_options.js';
import type { Task } from '../tasks/tasks.js';

/** The one keyword of the scheduling methods. @public */
export interface ContextKeyword {
  /** The context in which the callback runs; by default a copy of the current one. */
  readonly context?: Context | null | undefined;
}

/**
 * What `create_task` takes: a coroutine, or a function of no arguments that makes one. The result of a decorated method
 * is a coroutine, although TypeScript takes it for a promise or a generator; a promise proper is refused.
 *
 * @public
 */
export type CoroutineOrThunk<T> =
  Coroutine<T> | Promise<T> | Decorated<T> | (() => Coroutine<T> | Promise<T> | Decorated<T>);

/** The coroutine of `create_task`, as keyword. @public */
export interface CoroKeyword<T> extends TaskOptions {
  /** The coroutine, or a function of no arguments that makes one. */
  readonly coro: CoroutineOrThunk<T>;
}

/** The argument of `run_until_complete`, as keyword. @public */
export interface FutureKeyword<T> {
  /** What the loop runs for. */
  readonly future: AwaitableOrThunk<T>;
}

/** The argument of `set_debug`, as keyword. @public */
export interface EnabledKeyword {
  /** Whether debug mode is on. */
  readonly enabled: boolean;
}

/** The argument of `set_exception_handler`, as keyword. @public */
export interface HandlerKeyword {
  /** What takes lost errors; null for the default. */
  readonly handler: ExceptionHandler | null | undefined;
}

/** The argument of `set_task_factory`, as keyword. @public */
export interface FactoryKeyword {
  /** What makes tasks; null for the default. */
  readonly factory: TaskFactory | null | undefined;
}

/** The arguments of `run_in_executor`, as keywords. @public */
export interface ExecutorCall<T> {
  /** The executor; null for the default one. */
  readonly executor: Executor | null | undefined;
  /** The function, which is called without arguments. */
  readonly func: () => T | PromiseLike<T>;
}

/** The argument of `set_default_executor`, as keyword. @public */
export interface ExecutorKeyword {
  /** The executor. */
  readonly executor: ThreadPoolExecutor;
}

/** The argument of `shutdown_default_executor`, as keyword. @public */
export interface TimeoutKeyword {
  /** Seconds to wait for the executor; by default without limit. */
  readonly timeout?: number | null | undefined;
}

/** What an exception handler is told: `message`, and what it is about. @public */
export interface ExceptionContext {
  /** What happened. */
  message?: string;
  /** The exception, if there is one. */
  exception?: unknown;
  /** The future, task, handle or asynchronous generator that it is about, and where it was made (in debug mode). */
  [key: string]: unknown;
}

/** Takes the errors that nobody else could take. @public */
export type ExceptionHandler = (loop: AbstractEventLoop, context: ExceptionContext) => unknown;

/** Makes the tasks of a loop; Python's keywords come as the last argument. A class is called with `new`. @public */
export type TaskFactory = (loop: AbstractEventLoop, coro: Coroutine<unknown>, keywords: TaskOptions) => Task<unknown>;
