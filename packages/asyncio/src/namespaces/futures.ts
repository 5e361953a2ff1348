/** `asyncio.futures`, as Python's submodule. */
export { wrap_future } from '../core/bridge.js';
export { Future, isfuture } from '../core/futures.js';
