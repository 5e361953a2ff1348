// The browser's build, run with --conditions=browser and without Node's globals: its modules import only each other, it
// needs nothing of Node's, and it has the names that Node's build has.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const { exit } = process;
const node = createRequire(import.meta.url)('./node_modules/asyncio-ts/dist/index.cjs');
for (const name of ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate']) delete globalThis[name];

const file = fileURLToPath(import.meta.resolve('asyncio-ts'));
assert.match(file, /browser\.mjs$/);
const folder = `${dirname(file)}/browser`;
const modules = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.mjs'));
assert.ok(modules.length > 100);
for (const module of [file, ...modules.map((name) => join(folder, name))]) {
  for (const [, specifier] of readFileSync(module, 'utf8').matchAll(/^(?:import|export)\b.*?['"]([^'"]+)['"];$/gm)) {
    const imported = resolve(dirname(module), specifier);
    assert.ok(specifier.startsWith('.') && imported.startsWith(folder), `${module} imports ${specifier}`);
    assert.ok(existsSync(imported), `${module} imports ${specifier}, which is not there`);
  }
}

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
