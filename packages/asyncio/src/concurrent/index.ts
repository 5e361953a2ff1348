/** `concurrent.futures`. */
export { TimeoutError } from '../builtins/exceptions.js';
export { BrokenExecutor, CancelledError, FuturesError as Error, InvalidStateError } from './errors.js';
export { Executor } from './executor.js';
export { Future } from './future.js';
export { importable } from './importable.js';
export { BrokenProcessPool, ProcessPoolExecutor } from './process.js';
export { BrokenInterpreterPool, BrokenThreadPool, InterpreterPoolExecutor, ThreadPoolExecutor } from './thread.js';
export { current_thread, is_worker } from './threads.js';
export { transfer } from './transfers.js';
export { ALL_COMPLETED, as_completed, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from './waiting.js';

export type { MapOptions, ShutdownOptions } from './executor.js';
export type { FutureTimeoutOptions } from './future.js';
export type { Findable } from './importable.js';
export type { ProcessPoolOptions } from './process.js';
export type { ThreadPoolOptions } from './thread.js';
export type { Thread } from './threads.js';
export type { DoneAndNotDoneFutures, ReturnWhen, WaitOptions } from './waiting.js';
