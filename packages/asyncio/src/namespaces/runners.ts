/** `asyncio.runners`, as Python's submodule. */
export { run, Runner } from '../core/runners.js';
