// The development server: a program in the server's own process, and what a page would get.
import asyncio from '@asyncio-ts/compiler/vite';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  plugins: [asyncio({ include: 'src/**' })],
});
try {
  await server.ssrLoadModule(`/${process.argv[2]}`);
  const worker = await server.transformRequest('/src/broken.ts?worker_file&type=module');
  console.log(`a worker is compiled: ${worker.code.includes('function* broken$')}`);
  const raw = await server.transformRequest('/src/broken.ts?raw');
  console.log(`a text is not: ${!raw.code.includes('broken$')}`);
  console.log(`the runtime is known beforehand: ${server.config.optimizeDeps.include.includes('asyncio-ts/compiled')}`);
} finally {
  await server.close();
}
