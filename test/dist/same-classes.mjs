// ESM and CommonJS are two ways to the same classes and the same state.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as asyncio from 'asyncio-ts';
import * as concurrent from 'asyncio-ts/concurrent';
import * as contextvars from 'asyncio-ts/contextvars';
import * as inspect from 'asyncio-ts/inspect';

const require = createRequire(import.meta.url);

for (const [name, imported, namespace] of [
  ['asyncio-ts', asyncio, asyncio],
  ['asyncio-ts/concurrent', concurrent, asyncio.concurrent],
  ['asyncio-ts/contextvars', contextvars, asyncio.contextvars],
  ['asyncio-ts/inspect', inspect, asyncio.inspect],
]) {
  const required = require(name);
  assert.deepEqual(Object.keys(required).sort(), Object.keys(imported).sort());
  assert.deepEqual(Object.keys(namespace).sort(), Object.keys(imported).sort());
  assert.ok(Object.keys(imported).length > 0);
  for (const key of Object.keys(imported)) {
    assert.ok(Object.is(required[key], imported[key]), `${name}: ${key} is another thing when required`);
    assert.ok(Object.is(namespace[key], imported[key]), `${name}: ${key} is another thing in the namespace`);
  }
}

// A task made through the one is known to the other.
const cjs = require('asyncio-ts');
const main = asyncio.coroutine(function* () {
  assert.equal(cjs.current_task(), asyncio.current_task());
  assert.equal(cjs.get_running_loop(), asyncio.get_running_loop());
  yield* cjs.sleep(0);
  return 'done';
});
assert.equal(await cjs.run(main()), 'done');
assert.ok(new asyncio.ValueError('x') instanceof cjs.ValueError);
