/** `@asyncio-ts/compiler/vite`: the compiler as a plugin for Vite. */
import type { Plugin } from 'vite';
import { plugin } from './adapters/plugin.js';
import type { CompilerOptions } from './compile.js';

export type { CompilerOptions } from './compile.js';

/** Makes the plugin for Vite. @public */
const asyncio: (options?: CompilerOptions) => Plugin = plugin.vite;

export default asyncio;
