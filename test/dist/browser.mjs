// The browser's build, run with --conditions=browser and without Node's globals: it is one file that imports nothing,
// needs nothing of Node's, and has the names that Node's build has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { exit } = process;
const node = createRequire(import.meta.url)('./node_modules/asyncio-ts/dist/index.cjs');
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate']) delete globalThis[name];

const file = fileURLToPath(import.meta.resolve('asyncio-ts'));
assert.match(file, /browser\.mjs$/);
assert.ok(!/^\s*import\b|^export\b.*\bfrom\b|\bimport\(/m.test(readFileSync(file, 'utf8')), 'it imports something');

const asyncio = await import('asyncio-ts');
const contextvars = await import('asyncio-ts/contextvars');
const inspect = await import('asyncio-ts/inspect');
// What the files of workers call has no place in a page.
assert.deepEqual([...Object.keys(asyncio), '_workers'].sort(), Object.keys(node).sort());
assert.notEqual(asyncio.Future, node.Future);
assert.equal(contextvars.Context, asyncio.contextvars.Context);
assert.equal(inspect.iscoroutine, asyncio.inspect.iscoroutine);

const main = asyncio.coroutine(function* () {
  const results = yield* asyncio.gather(asyncio.sleep(0.01, 'a'), asyncio.sleep(0, 'b'));
  return results.join();
});
assert.equal(await asyncio.run(main()), 'a,b');

// A page never ends by itself, nor does the host of one: its channel stays open.
exit(0);
