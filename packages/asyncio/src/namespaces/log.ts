/** `asyncio.log`, as Python's submodule. */
export { logger } from '../host/log.js';
