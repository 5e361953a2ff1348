import asyncio from '@asyncio-ts/compiler/vite';
import { build } from 'vite';

await build({
  configFile: false,
  logLevel: 'error',
  plugins: [asyncio({ include: 'src/**' })],
  build: {
    ssr: process.argv[2],
    outDir: 'out',
    sourcemap: true,
    rollupOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
