/** `asyncio.runners`, as Python's submodule. */
export { run } from '../core/run.js';
export { Runner } from '../core/runners.js';
