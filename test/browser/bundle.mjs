// Bundles the tests for a browser, with the library's sources as its browser build has them: tests look into them by
// `#asyncio/…`, which what is built doesn't offer. Each file is an entry of its own, as each has a realm of its own.
import { relative, resolve } from 'node:path';
import { build } from 'esbuild';
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
 * @param {readonly string[]} files - Of tests.
 * @param {string} outdir
 */
export async function bundle(files, outdir) {
  await build({
    entryPoints: [
      { in: `${import.meta.dirname}/realm.ts`, out: 'realm' },
      { in: `${import.meta.dirname}/player.ts`, out: 'player' },
      ...files.map((file) => ({ in: file, out: nameOf(file) })),
    ],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    keepNames: true,
    minifyWhitespace: true,
    plugins: [stubs, library],
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
