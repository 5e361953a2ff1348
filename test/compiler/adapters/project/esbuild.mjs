import asyncio from '@asyncio-ts/compiler/esbuild';
import { build } from 'esbuild';

await build({
  entryPoints: { main: process.argv[2] },
  outdir: 'out',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  sourcemap: true,
  plugins: [asyncio({ include: 'src/**' })],
});
