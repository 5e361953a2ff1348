/** `@asyncio-ts/compiler/node`: the compiler in Node's loader, and what a loader is made of. */
export type { CompilerOptions } from './compile.js';
export { fileCompiler, type FileCompiler, type Runnable } from './node/compile-file.js';
export type { Format } from './node/formats.js';
export { register } from './node/register.js';
