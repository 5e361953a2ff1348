/** `asyncio.base_events`, as Python's submodule. */
export { BaseEventLoop } from '../core/loop/base_events.js';
