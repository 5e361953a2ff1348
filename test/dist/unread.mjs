// Node reads the text of a CommonJS file that is imported for the names it exports, and of the files that it exports as
// its own: the library, which is large, must not be among them.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import * as asyncio from 'asyncio-ts';

const names = Object.keys(await import(pathToFileURL('node_modules/asyncio-ts/dist/index.default.cjs')));
assert.ok(names.includes('default'));
assert.deepEqual(
  names.filter((name) => name in asyncio),
  [],
);
