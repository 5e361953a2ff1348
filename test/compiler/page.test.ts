/** The compiler inside a web page: one bundle without anything of Node's. */
import { runInNewContext } from 'node:vm';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';

const PAGE = `
import { transform } from './packages/compiler/src/index.ts';
import * as asyncio from './packages/asyncio/src/index.browser.ts';
import * as compiled from './packages/asyncio/src/index.compiled.ts';
Object.assign(globalThis, { transform, asyncio, compiled });
`;

/** What pages have besides the language, as far as the library needs it. A channel would keep Node running. */
const WEB = {
  setTimeout,
  clearTimeout,
  queueMicrotask,
  performance,
  TextEncoder,
  TextDecoder,
  URL,
  console,
};

interface Page {
  readonly transform: (source: string, options?: object) => { readonly code: string } | null;
}

let page: Page;
beforeAll(() => {
  const { outputFiles } = buildSync({
    stdin: { contents: PAGE, resolveDir: resolve(__dirname, '../..'), loader: 'ts' },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    write: false,
  });
  page = { ...WEB } as unknown as Page;
  runInNewContext(outputFiles[0]?.text ?? '', page);
});

/** Compiles a program there, and runs it there. */
async function run(source: string): Promise<unknown> {
  const code = page.transform(source, { filename: 'page.ts', sourceType: 'module', types: 'erase' })?.code ?? source;
  const body = code.replace(/^import \* as (\w+) from "asyncio-ts\/compiled";/, 'const $1 = compiled;');
  return await (runInNewContext(`(async () => { ${body}\nreturn await main; })()`, page) as Promise<unknown>);
}

test('compiles and runs a program with types', async () => {
  const program = `
    interface Order { readonly id: number }
    const seen: string[] = [];
    async function cook(order: Order): Promise<number> {
      for (let turn = 0; turn < order.id; turn++) await asyncio.sleep(0);
      seen.push('cooked ' + order.id);
      return order.id * 2;
    }
    async function main_(): Promise<unknown> {
      const slow = asyncio.create_task(asyncio.sleep(60));
      const doubled: number[] = await asyncio.gather(cook({ id: 2 }), cook({ id: 1 } as Order));
      slow.cancel();
      try { await slow; } catch (error) { seen.push((error as Error).name); }
      return [...seen, ...doubled].join();
    }
    const main = asyncio.run(main_());`;
  expect(await run(program)).toBe('cooked 1,cooked 2,CancelledError,4,2');
});

test('says what it cannot take out, and where', () => {
  const source = 'async function f() {}\nenum Colour { Red }';
  expect(() => page.transform(source, { filename: 'page.ts', types: 'erase' })).toThrow(
    "page.ts: an enum is more than a type, and can't be taken out. (2:0)",
  );
});

test('takes types out of a program that has nothing to compile, and leaves one without types alone', () => {
  expect(page.transform('const x: number = 1;', { types: 'erase' })?.code).toBe('const x         = 1;');
  expect(page.transform('const x: number = 1;')).toBeNull();
});
