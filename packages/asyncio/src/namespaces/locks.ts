/** `asyncio.locks`, as Python's submodule. */
export { Barrier } from '../core/locks/barrier.js';
export { Condition } from '../core/locks/condition.js';
export { Event } from '../core/locks/event.js';
export { Lock } from '../core/locks/lock.js';
export { BoundedSemaphore, Semaphore } from '../core/locks/semaphore.js';
