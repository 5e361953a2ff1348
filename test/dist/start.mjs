// What a program doesn't use isn't loaded: after the import, and a run of some tasks, only the kernel of the library is
// there, and none of Node's modules that take long to load. What is late comes when it is used.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

const PROGRAM = `
  const main = asyncio.coroutine(async () => {
    const queue = new asyncio.Queue();
    await asyncio.gather(asyncio.sleep(0.001), queue.put(1));
    await asyncio.wait_for(queue.get(), 1);
    await asyncio.wrap_future(Promise.resolve());
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(asyncio.sleep(0));
    });
  });
  const loaded = () => ({
    parts: Object.keys(cache).map((file) => /(\\w+)\\.part\\.cjs$/.exec(file)?.[1]).filter(Boolean).sort(),
    builtins: process.moduleLoadList.map((entry) => entry.replace(/^NativeModule /, '')),
  });
  await asyncio.run(main());
  const first = loaded();
  asyncio.inspect.signature(main);
  const second = loaded();
  new asyncio.concurrent.Future();
  const third = loaded();
  await asyncio.run(asyncio.start_server(() => undefined, '127.0.0.1', 0));
  console.log(JSON.stringify([first, second, third, loaded()]));
`;

const IMPORTS = {
  'an import':
    "import * as asyncio from 'asyncio-ts'; import { createRequire } from 'node:module'; const { cache } = createRequire(import.meta.url);",
  'a require':
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const { cache } = require; const asyncio = require('asyncio-ts');",
};

for (const [name, code] of Object.entries(IMPORTS)) {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code + PROGRAM], {
    encoding: 'utf8',
  });
  assert.notEqual(stdout, '', stderr);
  const [first, second, third, fourth] = JSON.parse(stdout);
  assert.deepEqual(first.parts, ['kernel'], `after ${name}`);
  for (const module of ['worker_threads', 'child_process', 'net', 'tls', 'dgram', 'perf_hooks']) {
    assert.ok(!first.builtins.includes(module), `after ${name} node:${module} is loaded`);
  }
  assert.deepEqual(second.parts, ['inspect', 'kernel']);
  assert.deepEqual(third.parts, ['concurrent', 'inspect', 'kernel']);
  assert.deepEqual(fourth.parts, ['concurrent', 'inspect', 'io', 'kernel']);
}
