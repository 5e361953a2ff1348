/** Bundles the programs with the library, each into a file of its own. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

export const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)));

const PEERS = /^(async-mutex|effect|effection|p-limit|p-queue)$/;

/** The library of this workspace. */
export const LIBRARY = join(dirname(PACKAGE), 'asyncio');

/**
 * The folder that stands for `asyncio-ts`: what the package's own `exports` name if that is built and no older than the
 * source, else the source.
 *
 * @param {string} library - The package's folder.
 * @param {boolean} fromSource - Take the source in any case.
 * @returns {{ folder: string, built: boolean }}
 */
function entryOf(library, fromSource) {
  const source = join(library, 'src');
  /** @type {{ exports: { '.': { import: { default: string } } } }} */
  const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
  const entry = fromSource ? '' : join(library, manifest.exports['.'].import.default);
  const built = existsSync(entry) && ageOf(entry) >= Math.max(...filesIn(source).map(ageOf));
  return { folder: built ? dirname(entry) : source, built };
}

/**
 * @param {string} file
 * @returns {number} The time of its last change.
 */
function ageOf(file) {
  return statSync(file).mtimeMs;
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * @param {string} library - The package's folder.
 * @param {string} outdir
 * @param {boolean} fromSource
 * @param {string} programs - The folder of the programs, in this package.
 * @returns {Promise<{ built: boolean }>}
 */
export async function bundle(library, outdir, fromSource, programs = 'programs') {
  const { folder, built } = entryOf(resolve(library), fromSource);
  const files = readdirSync(join(PACKAGE, programs)).filter((file) => file.endsWith('.ts'));
  await build({
    entryPoints: files.map((file) => join(PACKAGE, programs, file)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [resolveLibrary(folder, built), peers, compile],
    // As the package is compiled.
    tsconfigRaw: { compilerOptions: { target: 'ES2022', useDefineForClassFields: true, verbatimModuleSyntax: true } },
    logLevel: 'warning',
    sourcemap: 'inline',
  });
  return { built };
}

/**
 * A built package is imported as it is; sources become part of the bundle.
 *
 * @param {string} folder
 * @param {boolean} external
 * @returns {import('esbuild').Plugin}
 */
function resolveLibrary(folder, external) {
  return {
    name: 'library',
    setup({ onResolve }) {
      onResolve({ filter: /^asyncio-ts(\/compiled)?$/ }, ({ path }) => {
        const name = path.endsWith('/compiled') ? 'compiled' : 'index';
        if (external) return { path: pathToFileURL(join(folder, `${name}.mjs`)).href, external };
        return { path: join(folder, name === 'index' ? 'index.node.ts' : 'index.compiled.ts') };
      });
    },
  };
}

/**
 * Other libraries are imported as they are installed.
 *
 * @type {import('esbuild').Plugin}
 */
const peers = {
  name: 'peers',
  setup({ onResolve }) {
    onResolve({ filter: PEERS }, ({ path }) => ({ path: import.meta.resolve(path), external: true }));
  },
};

/**
 * The programs in compiled style go through the compiler.
 *
 * @type {import('esbuild').Plugin}
 */
const compile = {
  name: 'compile',
  async setup({ onLoad }) {
    const { outputFiles } = await build({
      entryPoints: [join(dirname(PACKAGE), 'compiler/src/index.ts')],
      bundle: true,
      format: 'esm',
      write: false,
    });
    const url = `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`;
    /** @type {typeof import('@asyncio-ts/compiler')} */
    const { transform } = await import(url);
    onLoad({ filter: /\bcompiled\.ts$/, namespace: 'file' }, ({ path }) => {
      if (!path.startsWith(PACKAGE)) return null;
      const result = transform(readFileSync(path, 'utf8'), { filename: path, sourceType: 'module' });
      return result === null ? null : { contents: result.code, loader: 'ts' };
    });
  },
};
