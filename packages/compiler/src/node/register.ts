/** Has Node compile the files of a program when it loads them. */
import module from 'node:module';
import type { CompilerOptions } from '../compile.js';
import { hookRequire } from './commonjs.js';
import { hooks, registerHooks } from './in-thread.js';

let isRegistered = false;

/** What workers of `asyncio-ts` import before the modules of the program; their threads have no hooks of this one. */
const PRELOADS: unique symbol = Symbol.for('asyncio-ts.preloads') as never;
const shared = globalThis as { [PRELOADS]?: Set<string> };

/**
 * Has Node compile the TypeScript and JavaScript files that it loads from now on. Without `include` these are all files
 * outside of `node_modules`; types are taken out of all of them. Stacks of errors name the places in the sources.
 *
 * A second call does nothing.
 *
 * @public
 */
export function register(options: CompilerOptions = {}): void {
  if (isRegistered) return;
  isRegistered = true;
  process.setSourceMapsEnabled(true);
  (shared[PRELOADS] ??= new Set()).add(new URL('./register.mjs', import.meta.url).href);
  hookRequire(options);
  if (registerHooks !== undefined) registerHooks(hooks(options));
  else module.register('./thread.mjs', { parentURL: import.meta.url, data: options });
}
