/** `asyncio-ts/contextvars`: the same objects as `asyncio.contextvars`. */
export * from './contextvars/index.js';
