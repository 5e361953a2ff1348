/** `asyncio.log`, as Python's submodule. */
export { logger } from '../core/log.js';
