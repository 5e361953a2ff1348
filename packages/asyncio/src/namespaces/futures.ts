/** `asyncio.futures`, as Python's submodule. */
export { wrap_future } from '../core/runners/bridge.js';
export { Future, isfuture } from '../core/futures/futures.js';
export { future_add_to_awaited_by, future_discard_from_awaited_by } from '../core/graph/graph.js';
