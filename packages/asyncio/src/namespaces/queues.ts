/** `asyncio.queues`, as Python's submodule. */
export { QueueEmpty, QueueFull, QueueShutDown } from '../core/common/exceptions.js';
export { LifoQueue, PriorityQueue } from '../core/locks/ordered_queues.js';
export { Queue } from '../core/locks/queues.js';
