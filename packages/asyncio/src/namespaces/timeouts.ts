/** `asyncio.timeouts`, as Python's submodule. */
export { Timeout, timeout, timeout_at } from '../core/waiting/timeouts.js';
