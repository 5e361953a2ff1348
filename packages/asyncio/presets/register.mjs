// `node --import asyncio-ts/compiled/register`: programs that TypeScript has compiled with `importHelpers` get our helpers.
import Module, { createRequire } from 'node:module';
import { isOurs, resolve } from './tslib-hook.mjs';

if (typeof Module.registerHooks === 'function') Module.registerHooks({ resolve });
else {
  // Before Node 22.15 there are hooks for ES modules alone.
  Module.register('./tslib-hook.mjs', import.meta.url);
  const original = Module._resolveFilename;
  const ours = createRequire(import.meta.url).resolve('./compiled.cjs');
  Module._resolveFilename = function (specifier, parent, ...rest) {
    if (isOurs(specifier, parent?.filename ?? undefined)) return ours;
    return original.call(this, specifier, parent, ...rest);
  };
}
