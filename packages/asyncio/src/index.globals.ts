/**
 * `asyncio-ts/compiled/globals`: TypeScript's helpers as globals, for programs that are compiled with `noEmitHelpers`.
 */
import * as compiled from './index.compiled.js';

const OURS = [
  ...['__awaiter', '__asyncGenerator', '__await', '__asyncValues', '__asyncDelegator'],
  ...['__addDisposableResource', '__disposeResources'],
];

for (const [name, helper] of Object.entries(compiled)) {
  if (!name.startsWith('__')) continue;
  if (OURS.includes(name)) {
    // The classic tslib puts its own in the place of globals, as soon as any dependency loads it.
    const ignore = (): void => undefined;
    Object.defineProperty(globalThis, name, { get: () => helper, set: ignore, configurable: true });
  } else if (!(name in globalThis)) {
    Object.defineProperty(globalThis, name, { value: helper, configurable: true, writable: true });
  }
}

export {};
