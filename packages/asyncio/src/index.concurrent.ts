/** `asyncio-ts/concurrent`: the same objects as `asyncio.concurrent`. */
export * from './concurrent/index.js';
