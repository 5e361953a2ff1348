/** `asyncio.locks`, as Python's submodule. */
export { Barrier } from '../core/barrier.js';
export { Condition } from '../core/condition.js';
export { Event } from '../core/event.js';
export { Lock } from '../core/lock.js';
export { BoundedSemaphore, Semaphore } from '../core/semaphore.js';
