/** `asyncio.coroutines`, as Python's submodule. */
export { coroutine, iscoroutine, iscoroutinefunction } from '../core/coroutine_functions.js';
