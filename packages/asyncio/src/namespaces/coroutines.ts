/** `asyncio.coroutines`, as Python's submodule. */
export { coroutine, iscoroutine, iscoroutinefunction } from '../core/tasks/coroutine_functions.js';
