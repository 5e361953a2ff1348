// Classes and functions carry the names they are exported by: reprs and messages are made of them. A bundler likes to
// rename what is called like a global (`Event2`), and a minifier renames everything.
import assert from 'node:assert/strict';
import * as asyncio from 'asyncio-ts';

const isClass = (value) => typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));

const names = new Map();
for (const [key, value] of Object.entries(asyncio)) {
  if (isClass(value)) names.set(value, [...(names.get(value) ?? []), key]);
}
// What Python has no public name for goes by the name of its type.
const TYPES = { AsyncGenerator: 'async_generator', Coroutine: 'coroutine' };
const isRight = (value) => (key) => value.name === key || value.name === TYPES[key];
const wrong = [...names].filter(([value, keys]) => !keys.some(isRight(value)));
assert.deepEqual(
  wrong.map(([value, keys]) => `${keys.join()} is called ${value.name}`),
  [],
);
assert.ok(names.size > 20);
