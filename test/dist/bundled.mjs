// A program that esbuild has put into one file, with the library in it, runs as an ES module and as CommonJS. What needs
// the files of the package says so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { build } = createRequire(join(process.env.ASYNCIO_TS_WORKSPACE, 'packages/benchmarks/package.json'))('esbuild');

const contents = `
  import * as asyncio from 'asyncio-ts';

  asyncio.run(asyncio.coroutine(function* () {
    const child = yield* asyncio.create_subprocess_exec('echo', 'hello', { stdout: asyncio.subprocess.PIPE });
    const [output] = yield* child.communicate();
    console.log(output.toString().trim());
    try {
      yield* asyncio.to_thread(() => 1);
    } catch (error) {
      console.log(asyncio.str(error));
    }
  })());
`;

for (const [format, outfile] of [
  ['esm', 'bundled/out.mjs'],
  ['cjs', 'bundled/out.cjs'],
]) {
  await build({ stdin: { contents, resolveDir: '.' }, bundle: true, platform: 'node', format, minify: true, outfile });
  const printed = execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
  assert.match(
    printed,
    /^hello\nthreads and processes need the files of the package: leave asyncio-ts out of the bundle/,
  );
}
