/** `asyncio.queues`, as Python's submodule. */
export { QueueEmpty, QueueFull, QueueShutDown } from '../core/exceptions.js';
export { LifoQueue, PriorityQueue } from '../core/ordered_queues.js';
export { Queue } from '../core/queues.js';
