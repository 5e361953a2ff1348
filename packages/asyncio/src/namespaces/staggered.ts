/** `asyncio.staggered`, as Python's submodule. */
export { staggered_race } from '../core/waiting/staggered.js';
