/** `@asyncio-ts/compiler/jest`: the compiler as a transformer for Jest, alone or before another one. */
export type { JestOptions } from './jest/options.js';
export { createTransformer } from './jest/transformer.js';
