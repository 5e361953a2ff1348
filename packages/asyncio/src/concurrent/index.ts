/** `concurrent.futures`. */
export { TimeoutError } from '../builtins/exceptions.js';
export { BrokenExecutor, CancelledError, FuturesError as Error, InvalidStateError } from './errors.js';
export { Executor } from './executor.js';
export { Future } from './future.js';
export { ALL_COMPLETED, as_completed, FIRST_COMPLETED, FIRST_EXCEPTION, wait } from './waiting.js';

export type { MapOptions, ShutdownOptions } from './executor.js';
export type { FutureTimeoutOptions } from './future.js';
export type { DoneAndNotDoneFutures, ReturnWhen, WaitOptions } from './waiting.js';
