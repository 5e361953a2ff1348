/** `@asyncio-ts/compiler/esbuild`: the compiler as a plugin for esbuild. */
import type { Plugin } from 'esbuild';
import { plugin } from './adapters/plugin.js';
import type { CompilerOptions } from './compile.js';

export type { CompilerOptions } from './compile.js';

/** Makes the plugin for esbuild. @public */
const asyncio: (options?: CompilerOptions) => Plugin = plugin.esbuild;

export default asyncio;
