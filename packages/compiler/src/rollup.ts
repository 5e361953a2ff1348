/** `@asyncio-ts/compiler/rollup`: the compiler as a plugin for Rollup. */
import type { Plugin } from 'rollup';
import { plugin } from './adapters/plugin.js';
import type { CompilerOptions } from './compile.js';

export type { CompilerOptions } from './compile.js';

/** Makes the plugin for Rollup. @public */
const asyncio: (options?: CompilerOptions) => Plugin = plugin.rollup;

export default asyncio;
