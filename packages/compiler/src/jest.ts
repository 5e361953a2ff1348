/** `@asyncio-ts/compiler/jest`: the compiler as a transformer for Jest, alone or before another one. */
import type { SyncTransformer } from '@jest/transform';
import type { JestOptions } from './jest/options.js';
import { createTransformer } from './jest/transformer.js';

export type { JestOptions } from './jest/options.js';
export { createTransformer };

/** Jest looks for the function here. */
const transformer: { readonly createTransformer: (options?: JestOptions) => SyncTransformer } = { createTransformer };

export default transformer;
