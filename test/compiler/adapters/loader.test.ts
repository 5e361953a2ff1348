/** Node runs programs as they are written: `node --import @asyncio-ts/compiler/register program.ts`. */
import { PROJECT_PRINTS, timeless, Workshop } from './workshop';

const REGISTER = ['--import', '@asyncio-ts/compiler/register'];

let workshop: Workshop;

beforeAll(() => {
  workshop = Workshop.withProject();
}, 60_000);

afterAll(() => {
  workshop.remove();
});

test('a program of modules runs, and its errors name the source', () => {
  const ended = workshop.nodeWith({ ASYNCIO_TS_INCLUDE: 'src/**' }, ...REGISTER, 'src/main.ts');
  expect({ ...ended, output: timeless(ended.output) }).toEqual({ output: PROJECT_PRINTS, errors: '', code: 0 });
}, 60_000);

test('an error that nobody catches is shown with its line', () => {
  workshop.write({
    'uncaught.ts': [
      "import { run } from 'asyncio-ts'; async function main(x: number): Promise<never> {",
      '  await 0; throw new Error(`no ${x}`);',
      '}',
      'await run(main(1));',
    ].join('\n'),
  });
  const { errors, code } = workshop.node(...REGISTER, 'uncaught.ts');
  expect(code).toBe(1);
  expect(errors).toMatch(/uncaught\.ts:2\n {2}await 0; throw new Error\(`no \$\{x\}`\);\n {17}\^\n/);
  expect(errors).toMatch(/uncaught\.ts:2:18/);
});

test('a script of CommonJS runs, with modules beside it', () => {
  workshop.write({
    'common/package.json': '{ "type": "commonjs" }',
    'common/main.ts': `
      import { iscoroutine, run, sleep } from 'asyncio-ts';
      import { work } from './work';
      import plain = require('./plain.js');
      import data from './data.json';

      function twice(target: (x: number) => PromiseLike<number>, _context: unknown) {
        return async function (this: unknown, x: number) { return 2 * await target.call(this, x); };
      }

      class Numbers {
        constructor(private readonly base: number) {}
        @twice async plus(x: number): Promise<number> { await sleep(0); return this.base + x; }
      }

      async function main() {
        console.log(await work(1), await plain.work(2), await plain.child(3), data.four);
        console.log(iscoroutine(work(0).close() ?? work(5)), await new Numbers(1).plus(2));
        const { outer } = await import('../module/outer.js');
        console.log(await outer());
        console.log(require.main === module, plain.cache);
      }
      run(main());
    `,
    'common/work.ts': 'export async function work<T>(x: T): Promise<T> { return x; }\nexport enum E { A = 7 }\n',
    'common/plain.js': `
      const { work } = require('./work.js');
      exports.work = async (x) => await work(x);
      exports.child = require('./deep').deep;
      exports.cache = Object.keys(require.cache).some((file) => file.endsWith('plain.js'));
    `,
    'common/deep/index.ts': 'export const deep = async (x: number) => x;\n',
    'common/data.json': '{ "four": 4 }',
    'module/package.json': '{ "type": "module" }',
    'module/outer.ts': `
      import { iscoroutine } from 'asyncio-ts';
      import { E, work } from '../common/work';
      import common, { named, cached } from './inner.cjs';
      export async function outer() { return [iscoroutine(named()), await common.named(), E.A, await work(8), cached].join(); }
    `,
    'module/inner.cts': `
      import { E } from '../common/work.js';
      export async function named(): Promise<number> { return E.A; }
      export const cached: boolean = Object.keys(require.cache).some((file) => file.endsWith('inner.cts'));
    `,
  });
  const { output, errors } = workshop.node(...REGISTER, 'common/main.ts');
  expect(errors).not.toMatch(/Error/);
  expect(output).toBe('1 2 3 4\ntrue 6\ntrue,7,7,8,true\ntrue true\n');
});

test('a worker inherits the hooks', () => {
  workshop.write({
    'worker.ts': `
      import { Worker, isMainThread } from 'node:worker_threads';
      import { iscoroutine, run } from 'asyncio-ts';
      async function work(): Promise<boolean> { return isMainThread; }
      if (isMainThread) new Worker(new URL(import.meta.url));
      const lazy = work();
      console.log(iscoroutine(lazy), await run(lazy));
    `,
  });
  const { output, errors } = workshop.node(...REGISTER, 'worker.ts');
  expect({ lines: output.split('\n').sort(), errors }).toEqual({ lines: ['', 'true false', 'true true'], errors: '' });
});

test('what is installed, and what is excluded, stays as it is', () => {
  workshop.write({
    'node_modules/dependency/package.json': '{ "type": "module", "exports": "./index.js" }',
    'node_modules/dependency/index.js': 'export const native = (async () => 1)() instanceof Promise;\n',
    'excluded/file.ts': 'export const native: boolean = (async () => 1)() instanceof Promise;\n',
    'start.mjs': `
      import { register } from '@asyncio-ts/compiler/node';
      register({ exclude: 'excluded/**' });
      await import('./program.ts');
    `,
    'program.ts': `
      import { native as installed } from 'dependency';
      import { native as excluded } from './excluded/file.js';
      const own = async (): Promise<void> => {};
      console.log(installed, excluded, own() instanceof Promise);
    `,
  });
  const { output } = workshop.node('start.mjs');
  expect(output).toBe('true true false\n');
});

test('the text of a file becomes JavaScript with a source map in it', () => {
  workshop.write({
    'texts.mjs': `
      import { fileCompiler } from '@asyncio-ts/compiler/node';
      const compile = fileCompiler();
      const { code, format } = compile('export const f = async (x: number) => x;', import.meta.dirname + '/any.mts');
      const map = JSON.parse(atob(code.match(/sourceMappingURL=data:application\\/json;base64,(.*)/)[1]));
      console.log(format, /: number/.test(code), map.sources[0].endsWith('/any.mts'), map.sources[0].slice(0, 8), map.sourcesContent);
      console.log(compile('export const x = 1;', '/any.js'));
    `,
  });
  const { output, errors } = workshop.node('texts.mjs');
  expect(errors).toBe('');
  expect(output).toBe("module false true file:/// [ 'export const f = async (x: number) => x;' ]\nnull\n");
});

test('a file in which nothing but types has to go keeps its places', () => {
  workshop.write({
    'plain.mts': [
      'interface Shape { readonly size: number }',
      'export const sizeOf = (shape: Shape): {',
      '  size: number;',
      '} => { const x = shape as Shape; if (x.size < 0) throw new Error(`no ${x.size}`); return x }',
      'try { sizeOf({ size: -1 }) } catch (error) { console.log((error as Error).stack) }',
    ].join('\n'),
  });
  const { output, errors } = workshop.node(...REGISTER, 'plain.mts');
  expect(errors).toBe('');
  expect(output).toMatch(/^Error: no -1\n {4}at sizeOf \(.*plain\.mts:4:56\)\n {4}at .*plain\.mts:5:7/);
});

test('the fields of a class are those that tsconfig.json says', () => {
  const program = `
    class Base { constructor() { Object.assign(this, { field: 'set' }); } }
    class Derived extends Base { field?: string }
    console.log(new Derived().field);
  `;
  workshop.write({
    'assigned/tsconfig.json': '{ "compilerOptions": { "target": "es2021" } }',
    'assigned/program.mts': program,
    'defined/tsconfig.json': '{ "compilerOptions": { "target": "es2022" } }',
    'defined/program.mts': program,
  });
  expect(workshop.node(...REGISTER, 'assigned/program.mts').output).toBe('set\n');
  expect(workshop.node(...REGISTER, 'defined/program.mts').output).toBe('undefined\n');
});

test('`using` runs on every Node, within coroutines and elsewhere', () => {
  workshop.write({
    'using.mts': `
      import { run } from 'asyncio-ts';
      const resource = (name: string) => ({ [Symbol.dispose]() { console.log(name); } });
      async function main(): Promise<void> { using inner = resource('coroutine'); void inner; }
      await run(main());
      { using outer = resource('block'); void outer; }
    `,
  });
  expect(workshop.node(...REGISTER, 'using.mts')).toEqual({ output: 'coroutine\nblock\n', errors: '', code: 0 });
});

/** What is more than types, with a place in it. */
const MORE = `
  enum Color { Red, Green = Red + 4, Blue }
  const enum Inlined { One = 1 }
  namespace Names { export const inner = 'inner'; export class Named {} }
  class Point { constructor(readonly x: number, protected y = 2) {} get sum() { return this.x + this.y; } }
  function twice(target: () => number, context: ClassMethodDecoratorContext) {
    return function (this: unknown) { return [context.name, target.call(this) * 2]; };
  }
  class Decorated { @twice method() { return 4; } accessor value = 'accessed'; }
  console.log(Color.Blue, Color[4], Inlined.One, Names.inner, new Names.Named().constructor.name);
  console.log(new Point(1).sum, new Decorated().method(), new Decorated().value, Decorated.name);
  export function fails(): never { console.log('fails'); throw new Error('here') }
`;

const PRINTED = "5 Green 1 inner Named\n3 [ 'method', 8 ] accessed Decorated\nfails\nmore.$:12:64\n";

test.each([
  ['modules', 'mts'],
  ['CommonJS', 'cts'],
])('what is more than types becomes code, in %s', (_name, extension) => {
  workshop.write({
    [`more.${extension}`]: `${MORE}\n  try { fails(); } catch (error) { console.log(/more\\..ts:\\d+:\\d+/.exec((error as Error).stack!)![0]); }\n`,
  });
  const expected = { output: PRINTED.replace('$', extension), errors: '', code: 0 };
  expect(workshop.node(...REGISTER, `more.${extension}`)).toEqual(expected);
});

test('modules that become CommonJS keep their names, their `import()`, and the way they see others', () => {
  workshop.write({
    'names/package.json': '{ "type": "commonjs" }',
    'names/main.ts': `
      import plain, { one } from './plain.cjs';
      import * as all from './plain.cjs';
      import path = require('node:path');
      export default class Main {}
      export const named = [plain.one, one, all.one, typeof path.join].join();
      export const imported = import('./module.mjs');
      export * from './other';
      export { one as other } from './plain.cjs';
    `,
    'names/other.ts': 'export const star = "star"; export type T = 1;',
    'names/plain.cjs': 'exports.one = 1;',
    'names/module.mts': 'export const awaited: number = await 5;',
    'names/user.mts': `
      import main, { named, imported, other } from './main.js';
      console.log(main.default.name, main.star, named, (await imported).awaited, other);
    `,
    'names/script.cts':
      'const { join } = require("node:path"); enum E { A } console.log(typeof join, E.A); if (E.A === 0) return; throw 1;',
    'strict/tsconfig.json': '{ "compilerOptions": { "strict": true } }',
    'strict/script.cts': 'console.log((function (this: unknown) { return this; })() === undefined);',
  });
  expect(workshop.node(...REGISTER, 'names/user.mts')).toEqual({
    output: 'Main star 1,1,1,function 5 1\n',
    errors: '',
    code: 0,
  });
  expect(workshop.node(...REGISTER, 'names/script.cts').output).toBe('function 0\n');
  expect(workshop.node(...REGISTER, 'strict/script.cts').output).toBe('true\n');
});

test('older decorators and JSX are those that tsconfig.json says', () => {
  workshop.write({
    'older/tsconfig.json': JSON.stringify({
      compilerOptions: { experimentalDecorators: true, emitDecoratorMetadata: true, jsx: 'react', jsxFactory: 'h' },
    }),
    'older/program.tsx': `
      const seen: unknown[] = [];
      Object.assign(Reflect, { metadata: (key: string, value: { name: string }) => () => { seen.push(key, value.name); } });
      function marked(target: object, key: string) { seen.push(key); }
      const h = (tag: string, attributes: object | null, ...children: unknown[]) => [tag, attributes, ...children];
      class Marked { @marked field: string = ''; }
      console.log(Marked.name, seen.join(), JSON.stringify(<p class="c">text</p>));
    `,
    'newer/tsconfig.json': JSON.stringify({ compilerOptions: { jsx: 'react-jsx', jsxImportSource: '#jsx' } }),
    'newer/package.json': '{ "type": "module", "imports": { "#jsx/jsx-runtime": "./runtime.ts" } }',
    'newer/runtime.ts':
      'export const jsx = (tag: string, { children }: { children: unknown }) => `${tag}: ${children}`;',
    'newer/program.tsx': 'console.log(<p>text</p>);',
  });
  const older = workshop.node(...REGISTER, 'older/program.tsx');
  expect(older).toEqual({
    output: 'Marked design:type,String,field ["p",{"class":"c"},"text"]\n',
    errors: '',
    code: 0,
  });
  expect(workshop.node(...REGISTER, 'newer/program.tsx').output).toBe('p: text\n');
});
