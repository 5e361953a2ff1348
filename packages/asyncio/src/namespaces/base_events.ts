/** `asyncio.base_events`, as Python's submodule. */
export { BaseEventLoop } from '../core/base_events.js';
