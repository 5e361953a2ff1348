/** `@asyncio-ts/compiler/webpack`: the compiler as a plugin for webpack. */
import type { WebpackPluginInstance } from 'webpack';
import { plugin } from './adapters/plugin.js';
import type { CompilerOptions } from './compile.js';

export type { CompilerOptions } from './compile.js';

/** Makes the plugin for webpack. @public */
const asyncio: (options?: CompilerOptions) => WebpackPluginInstance = plugin.webpack;

export default asyncio;
