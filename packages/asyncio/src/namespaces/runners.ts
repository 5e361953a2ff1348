/** `asyncio.runners`, as Python's submodule. */
export { run } from '../core/runners/run.js';
export { Runner } from '../core/runners/runners.js';
