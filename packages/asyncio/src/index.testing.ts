/** `asyncio-ts/testing`: virtual time, and helpers for tests. */
export { run_virtual, run_virtual_async } from './testing/run_virtual.js';
export { VirtualTimeLoop } from './testing/virtual_loop.js';

export type { RunVirtualOptions } from './testing/run_virtual.js';
export type { VirtualTimeOptions } from './testing/virtual_loop.js';
