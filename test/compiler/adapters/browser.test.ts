/** The compiler itself, without any adapter, runs in a page: nothing in it asks for Node. */
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';

test('transform() runs where there is nothing but the language', () => {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '../../../packages/compiler/src/index.ts')],
    bundle: true,
    write: false,
    // Nothing of Node can be found for this platform: an import of it fails here.
    platform: 'browser',
    format: 'iife',
    globalName: 'compiler',
    target: 'es2022',
    logLevel: 'silent',
  });
  const page = createContext({ console: { log: () => undefined, warn: () => undefined }, btoa });
  runInContext(outputFiles[0]?.text ?? '', page);
  const made = runInContext(
    `const { code, map } = compiler.transform('export async function f(x: number) { await x }', { filename: 'a.ts' });
     JSON.stringify([code, map.sources, map.toUrl().slice(0, 29), typeof process, typeof Buffer, typeof require])`,
    page,
  ) as string;
  const [code, ...rest] = JSON.parse(made) as string[];
  expect(code).toContain('function* f$(x: number) { yield x }');
  expect(rest).toEqual([['a.ts'], 'data:application/json;charset', 'undefined', 'undefined', 'undefined']);
});
