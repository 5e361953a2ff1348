/** The states of a coroutine: numbers inside, Python's names outside. */

/** The states of a coroutine, as `inspect.getcoroutinestate` names them. @public */
export type CoroutineState = 'CORO_CREATED' | 'CORO_RUNNING' | 'CORO_SUSPENDED' | 'CORO_CLOSED';

export const CREATED = 0;
export const RUNNING = 1;
export const SUSPENDED = 2;
export const CLOSED = 3;

export const STATE_NAMES: readonly CoroutineState[] = ['CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'];
