/** `asyncio.taskgroups`, as Python's submodule. */
export { TaskGroup } from '../core/waiting/taskgroups.js';
