// Runs a TypeScript program against the built library: node scripts/run-example.mjs docs/examples/tour/main.ts
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { root, run } from './shell.mjs';

const [entry, ...args] = process.argv.slice(2);
const outdir = `${root}/.cache/programs/${entry.replace(/\W/g, '-')}`;
await build({
  entryPoints: [resolve(entry)],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true, // a module of its own for each program that is imported: their functions keep their names
  packages: 'external',
  tsconfigRaw: {}, // that of the documents names the library's sources, which aren't meant here
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
run(process.execPath, ['--enable-source-maps', `${outdir}/${basename(entry, '.ts')}.mjs`, ...args]);
