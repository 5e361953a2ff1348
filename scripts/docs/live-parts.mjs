// What runs in the pages of the site, for scripts on Node.
import { mkdtempSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../shell.mjs';

const live = `${root}/docs/live`;

/** The exports of some files below `docs/live`, named without their endings. */
export async function loadLive(parts) {
  // The packages that they import are those of the documentation, so that is where they have to be loaded.
  const folder = mkdtempSync(`${live}/.parts-`);
  try {
    await build({
      stdin: { contents: parts.map((part) => `export * from './${part}';`).join('\n'), resolveDir: live },
      outfile: `${folder}/parts.mjs`,
      bundle: true,
      packages: 'external',
      tsconfigRaw: {},
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    return await import(pathToFileURL(`${folder}/parts.mjs`).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
