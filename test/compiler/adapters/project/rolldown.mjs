import asyncio from '@asyncio-ts/compiler/rolldown';
import { rolldown } from 'rolldown';

const bundle = await rolldown({
  input: process.argv[2],
  external: /^asyncio-ts/,
  logLevel: 'silent',
  plugins: [asyncio({ include: 'src/**' })],
});
await bundle.write({ dir: 'out', entryFileNames: 'main.mjs', sourcemap: true });
