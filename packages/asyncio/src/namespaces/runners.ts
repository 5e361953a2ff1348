/** `asyncio.runners`, as Python's submodule. */
export { Runner } from '../core/runners.js';
export { run } from '../core/run.js';
