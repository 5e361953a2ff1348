// Bundles the tests for a browser, with the library that a page gets: what `asyncio-ts` names for browsers is built of
// modules, so that tests can look into them by `#asyncio/…`. Each file is an entry of its own, as each has a realm of its own.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { load } from '../conformance/typescript.mjs';
import { stubs } from './stubs.mjs';

export const root = resolve(import.meta.dirname, '../..');
const built = `${root}/packages/asyncio/dist`;

/** @type {import('esbuild').Plugin} */
const library = {
  name: 'library',
  setup({ onResolve }) {
    onResolve({ filter: /^#asyncio\// }, ({ path }) => ({ path: `${built}/browser/${path.slice(9)}.mjs` }));
  },
};

/**
 * Files that are named with `compiled:` are in compiled style, and so are the tests' own files that they import.
 *
 * @type {import('esbuild').Plugin}
 */
const compiledStyle = {
  name: 'compiled style',
  setup({ onResolve, onLoad }) {
    const { inCompiledStyle } = load('../browser/compiled_tests.ts');
    onResolve({ filter: /^compiled:/ }, ({ path }) => ({ path: path.slice(9), namespace: 'compiled' }));
    onResolve({ filter: /^\.\.?\//, namespace: 'compiled' }, ({ path, resolveDir }) => ({
      path: `${resolve(resolveDir, path)}.ts`,
      namespace: 'compiled',
    }));
    onLoad({ filter: /.*/, namespace: 'compiled' }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      return { contents: inCompiledStyle(source) ?? source, loader: 'ts', resolveDir: dirname(path) };
    });
  },
};

/**
 * @param {readonly string[]} files - Of tests.
 * @param {readonly string[]} compiled - Those that are there in compiled style as well.
 * @param {string} outdir
 */
export async function bundle(files, compiled, outdir) {
  if (!existsSync(`${built}/browser.mjs`)) throw new Error('The library is not built: npm run build');
  await build({
    entryPoints: [
      { in: `${import.meta.dirname}/realm.ts`, out: 'realm' },
      { in: `${import.meta.dirname}/player.ts`, out: 'player' },
      ...files.map((file) => ({ in: file, out: nameOf(file) })),
      ...compiled.map((file) => ({ in: `compiled:${file}`, out: `compiled.${nameOf(file)}` })),
    ],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    keepNames: true,
    minifyWhitespace: true,
    plugins: [stubs, compiledStyle, library],
    define: {
      process: 'globalThis.fakeProcess',
      global: 'globalThis',
      __dirname: '"/"',
      __filename: '"/file"',
      'require.resolve': 'String',
    },
    tsconfigRaw: {}, // that of the tests names the library's sources, which aren't meant here
    logLevel: 'error',
  });
}

/** @param {string} file */
export const nameOf = (file) =>
  relative(`${root}/test`, file)
    .replace(/\.test\.ts$/, '')
    .replaceAll('/', '.');
