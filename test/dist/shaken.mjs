// A bundler leaves out what a page doesn't use: whole modules. What is left runs, and has what it needs.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { build } = createRequire(join(process.env.ASYNCIO_TS_WORKSPACE, 'packages/benchmarks/package.json'))('esbuild');

async function bundle(contents, outfile) {
  const { metafile } = await build({
    ...{ stdin: { contents, resolveDir: '.' }, bundle: true, minify: true, format: 'esm', outfile, metafile: true },
    conditions: ['browser'],
    logLevel: 'error',
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  return Object.keys(inputs).filter((name) => inputs[name].bytesInOutput > 0);
}

const small = await bundle("export { coroutine, run, sleep } from 'asyncio-ts';", 'shaken/small.mjs');
for (const unused of [
  /net\//,
  /socket\//,
  /ssl\//,
  /inspect\//,
  /compiled\//,
  /(graph|queues|taskgroups|errno)/,
  /(context_var|trie|websockets|oserrors|bound_call)/,
]) {
  assert.deepEqual(
    small.filter((name) => unused.test(name)),
    [],
  );
}
const { coroutine, run, sleep } = await import(pathToFileURL('shaken/small.mjs'));
assert.equal(await run(coroutine(async () => sleep(0.001, 'slept'))()), 'slept');

await bundle("export { ssl, inspect, run_coroutine_threadsafe, Queue } from 'asyncio-ts';", 'shaken/other.mjs');
const { ssl, inspect } = await import(pathToFileURL('shaken/other.mjs'));
assert.equal(typeof ssl.SSLContext, 'function');
assert.equal(inspect.isawaitable(1), false);

// A page never ends by itself, nor does the host of one: its channel stays open.
process.exit(0);
