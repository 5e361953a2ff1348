/** Bundles the programs with the library, each into a file of its own. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

export const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)));

/** The library of this workspace. */
export const LIBRARY = join(dirname(PACKAGE), 'asyncio');

/**
 * The file that stands for `asyncio-ts`: what the package's own `exports` name if that is built and no older than the
 * source, else the source.
 *
 * @param {string} library - The package's folder.
 * @param {boolean} fromSource - Take the source in any case.
 * @returns {{ entry: string, built: boolean }}
 */
function entryOf(library, fromSource) {
  const source = join(library, 'src');
  /** @type {{ exports: { '.': { import: { default: string } } } }} */
  const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
  const entry = fromSource ? '' : join(library, manifest.exports['.'].import.default);
  const built = existsSync(entry) && ageOf(entry) >= Math.max(...filesIn(source).map(ageOf));
  return { entry: built ? entry : join(source, 'index.node.ts'), built };
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
 * @returns {Promise<{ built: boolean }>}
 */
export async function bundle(library, outdir, fromSource) {
  const { entry, built } = entryOf(resolve(library), fromSource);
  const programs = readdirSync(join(PACKAGE, 'programs')).filter((file) => file.endsWith('.ts'));
  await build({
    entryPoints: programs.map((file) => join(PACKAGE, 'programs', file)),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [resolveLibrary(entry, built)],
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
 * @param {string} entry
 * @param {boolean} external
 * @returns {import('esbuild').Plugin}
 */
function resolveLibrary(entry, external) {
  return {
    name: 'library',
    setup({ onResolve }) {
      onResolve({ filter: /^asyncio-ts$/ }, () => ({ path: external ? pathToFileURL(entry).href : entry, external }));
    },
  };
}
