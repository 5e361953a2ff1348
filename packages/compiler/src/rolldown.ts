/** `@asyncio-ts/compiler/rolldown`: the compiler as a plugin for Rolldown. */
import type { Plugin } from 'rolldown';
import { plugin } from './adapters/plugin.js';
import type { CompilerOptions } from './compile.js';

export type { CompilerOptions } from './compile.js';

/** Makes the plugin for Rolldown. @public */
const asyncio: (options?: CompilerOptions) => Plugin = plugin.rolldown;

export default asyncio;
