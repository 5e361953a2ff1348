/** `asyncio.taskgroups`, as Python's submodule. */
export { TaskGroup } from '../core/taskgroups.js';
