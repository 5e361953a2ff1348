// A project that compiles by TypeScript alone, with `asyncio-ts/tsconfig.json`: it type-checks, it runs by `node --import`
// as ESM and as CommonJS, while its dependencies keep their own tslib; its tests run by Jest's preset.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const workspace = process.env.ASYNCIO_TS_WORKSPACE;
const project = resolve('project');

function write(file, text) {
  mkdirSync(join(project, file, '..'), { recursive: true });
  writeFileSync(join(project, file), typeof text === 'string' ? text : JSON.stringify(text));
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  assert.equal(status, 0, `${args.join(' ')}\n${stdout}\n${stderr}`);
  return `${stdout}${stderr}`;
}

// The library is found in the folder around, the tools in the workspace.
mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
mkdirSync(join(project, 'node_modules/@jest'));
for (const tool of ['tslib', 'typescript', 'jest', 'ts-jest', '@types/jest', '@types/node']) {
  symlinkSync(join(workspace, 'node_modules', tool), join(project, 'node_modules', tool));
}
symlinkSync(
  join(workspace, 'node_modules/.pnpm/node_modules/@jest/globals'),
  join(project, 'node_modules/@jest/globals'),
);

// A dependency that was compiled down as well: its functions must go on to begin at the call and to give promises.
write('node_modules/dependency/package.json', { name: 'dependency', main: 'index.js' });
write(
  'node_modules/dependency/index.js',
  `const tslib_1 = require('tslib');
   exports.twice = (x) => tslib_1.__awaiter(void 0, void 0, void 0, function* () { return 2 * (yield x); });`,
);
write(
  'node_modules/dependency/index.d.ts',
  'export declare function twice(x: number | Promise<number>): Promise<number>;',
);

write(
  'program.ts',
  `import * as asyncio from 'asyncio-ts';
   import { twice } from 'dependency';

   export async function child(x: number): Promise<number> { await asyncio.sleep(0.001); return x; }
   export async function* count(n: number) { for (let i = 0; i < n; i++) yield await child(i); }

   export async function main() {
     const seen: number[] = [];
     const lazy = child(1);
     const promise = twice(4);
     if (promise.constructor !== Promise) throw new Error('the dependency has our helpers');
     for await (const i of count(3)) seen.push(i);
     await using group = await asyncio.enter(new asyncio.TaskGroup());
     const task = group.value.create_task(() => child(5));
     const { a, ...rest } = { a: 6, b: 7 };
     seen.push(await lazy, await promise, await task, a, rest.b);
     return seen;
   }`,
);
write(
  'start.ts',
  `import * as asyncio from 'asyncio-ts';\nimport { main } from './program.js';\nconsole.log(String(await asyncio.run(main())));`,
);
write(
  'start.cts',
  `import asyncio = require('asyncio-ts');\nasync function main() { return await asyncio.sleep(0.001, 'slept'); }\nvoid asyncio.run(main()).then(console.log);`,
);
write('package.json', { type: 'module', jest: { preset: 'asyncio-ts' } });
const compilerOptions = { module: 'NodeNext', strict: true, types: ['node'], outDir: 'out', rootDir: '.' };
write('tsconfig.json', {
  extends: 'asyncio-ts/tsconfig.json',
  compilerOptions: { ...compilerOptions, target: 'ES2016' },
  include: ['*.ts', '*.cts'],
});

const tsc = join(workspace, 'node_modules/typescript/bin/tsc');
const topLevel = spawnSync(process.execPath, [tsc], { cwd: project, encoding: 'utf8' }).stdout;
assert.match(topLevel, /TS1378/, 'top-level await is refused at this target');
write(
  'start.ts',
  `import * as asyncio from 'asyncio-ts';\nimport { main } from './program.js';\nvoid asyncio.run(main()).then(String).then(console.log);`,
);
run(tsc);
assert.equal(run('--import', 'asyncio-ts/compiled/register', 'out/start.js'), '0,1,2,1,8,5,6,7\n');
assert.equal(run('--import', 'asyncio-ts/compiled/register', 'out/start.cjs'), 'slept\n');

// The same without a hook: the helpers are globals, which no dependency takes away.
write(
  'global.cjs',
  `
  require('asyncio-ts/compiled/globals');
  require('tslib');
  const { run, sleep } = require('asyncio-ts');
  function main() { return __awaiter(this, void 0, void 0, function* () { yield sleep(0); return __rest({ a: 1, b: 2 }, ['a']).b; }); }
  run(main()).then(console.log);`,
);
assert.equal(run('global.cjs'), '2\n');

// Jest, with type checks and without a tsconfig.json.
write(
  'program.test.ts',
  `import * as asyncio from 'asyncio-ts';
   import { test as imported } from '@jest/globals';

   async function work(x: number) { await asyncio.sleep(0.001); return x; }
   let prepared = 0;
   beforeEach(async () => { prepared = await work(1); });
   test('a coroutine is run', async () => { expect(asyncio.iscoroutine(work(1)) && await work(2)).toBe(2); expect(asyncio.current_task()).not.toBeNull(); });
   test('a failing one fails', async () => { await expect((async () => { await work(0); throw new Error('no'); })()).rejects.toThrow('no'); });
   test.each([1, 2])('each %i', async (x) => { expect(await work(x)).toBe(x); });
   test.concurrent('concurrent', async () => { expect(await work(3)).toBe(3); });
   test('hooks too', () => { expect(prepared).toBe(1); });
   test('a callback', (done) => { setTimeout(done, 1); });
   test.failing('fails', async () => { await work(1); throw new Error('it has been run'); });
   imported('imported', async () => { expect(await work(4)).toBe(4); });`,
);
write('package.json', { type: 'commonjs', jest: { preset: 'asyncio-ts' } });
for (const own of [true, false]) {
  if (own)
    write('tsconfig.json', {
      extends: 'asyncio-ts/tsconfig.json',
      compilerOptions: { module: 'NodeNext', strict: true, types: ['node', 'jest'] },
    });
  else spawnSync('rm', [join(project, 'tsconfig.json')]);
  assert.match(
    run(join(workspace, 'node_modules/jest/bin/jest.js'), '--no-cache', 'program.test.ts'),
    /Tests: +9 passed, 9 total/,
  );
}
