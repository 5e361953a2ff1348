// Bundles the tests for a browser, with the library's sources as its browser build has them: tests look into them by
// `#asyncio/…`, which what is built doesn't offer. Each file is an entry of its own, as each has a realm of its own.
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import { load } from '../conformance/typescript.mjs';
import { stubs } from './stubs.mjs';

export const root = resolve(import.meta.dirname, '../..');
const sources = `${root}/packages/asyncio/src`;

/** @type {import('esbuild').Plugin} */
const library = {
  name: 'library',
  setup({ onResolve }) {
    onResolve({ filter: /^asyncio-ts$/ }, () => ({ path: `${sources}/index.browser.ts` }));
    onResolve({ filter: /^asyncio-ts\/\w+$/ }, ({ path }) => ({ path: `${sources}/index.${path.slice(11)}.ts` }));
    onResolve({ filter: /^#asyncio\// }, ({ path }) => ({ path: `${sources}/${path.slice(9)}.ts` }));
    onResolve({ filter: /^#compiler\// }, ({ path }) => ({
      path: `${root}/packages/compiler/src/${path.slice(10)}.ts`,
    }));
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
    // As the library is built.
    tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: false } },
    logLevel: 'error',
  });
}

/** @param {string} file */
export const nameOf = (file) =>
  relative(`${root}/test`, file)
    .replace(/\.test\.ts$/, '')
    .replaceAll('/', '.');
