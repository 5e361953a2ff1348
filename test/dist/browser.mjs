// The browser's build, run with --conditions=browser: it needs no module of Node's, and has the names that Node's has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as asyncio from 'asyncio-ts';
import * as contextvars from 'asyncio-ts/contextvars';
import * as inspect from 'asyncio-ts/inspect';

const file = fileURLToPath(import.meta.resolve('asyncio-ts'));
assert.match(file, /browser\.mjs$/);
assert.doesNotMatch(readFileSync(file, 'utf8'), /^\s*import\b|\brequire\(|\bimport\(/m);

const node = createRequire(import.meta.url)('./node_modules/asyncio-ts/dist/index.cjs');
assert.deepEqual(Object.keys(asyncio).sort(), Object.keys(node).sort());
assert.notEqual(asyncio.Future, node.Future);
assert.equal(contextvars.Context, asyncio.contextvars.Context);
assert.equal(inspect.iscoroutine, asyncio.inspect.iscoroutine);

const main = asyncio.coroutine(function* () {
  const results = yield* asyncio.gather(asyncio.sleep(0.01, 'a'), asyncio.sleep(0, 'b'));
  return results.join();
});
assert.equal(await asyncio.run(main()), 'a,b');

// A page never ends by itself, nor does the host of one: its channel stays open.
process.exit(0);
