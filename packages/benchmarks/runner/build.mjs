/** Bundles the programs with the library, each into a file of its own. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

export const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)));

/** The library of this workspace. */
export const LIBRARY = join(dirname(PACKAGE), 'asyncio');

/**
 * The file that stands for `asyncio-ts`: what the package's own `exports` name if that is built, else its source.
 *
 * @param {string} library - The package's folder.
 * @param {boolean} fromSource - Take the source in any case.
 * @returns {{ entry: string, built: boolean }}
 */
export function entryOf(library, fromSource) {
  /** @type {{ exports?: Record<string, unknown> }} */
  const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
  let target = manifest.exports?.['.'];
  for (const condition of ['node', 'import', 'default']) {
    if (typeof target === 'object' && target !== null && condition in target) {
      target = /** @type {Record<string, unknown>} */ (target)[condition];
    }
  }
  if (!fromSource && typeof target === 'string' && /\.[cm]?js$/.test(target) && existsSync(join(library, target))) {
    return { entry: join(library, target), built: true };
  }
  return { entry: join(library, 'src', 'index.node.ts'), built: false };
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
    plugins: [resolveLibrary(entry, built, join(resolve(library), 'src'))],
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
 * @param {string} source
 * @returns {import('esbuild').Plugin}
 */
function resolveLibrary(entry, external, source) {
  return {
    name: 'library',
    setup({ onResolve }) {
      onResolve({ filter: /^asyncio-ts$/ }, () => ({ path: external ? pathToFileURL(entry).href : entry, external }));
      onResolve({ filter: /^#asyncio\// }, ({ path }) => ({
        path: join(source, path.slice('#asyncio/'.length).replace(/\.js$/, '.ts')),
      }));
    },
  };
}
