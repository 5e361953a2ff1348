/** `@asyncio-ts/compiler/rspack`: the compiler as a plugin for Rspack. */
import type { RspackPluginInstance } from '@rspack/core';
import { plugin } from './adapters/plugin.js';
import type { CompilerOptions } from './compile.js';

export type { CompilerOptions } from './compile.js';

/** Makes the plugin for Rspack. @public */
const asyncio: (options?: CompilerOptions) => RspackPluginInstance = plugin.rspack;

export default asyncio;
