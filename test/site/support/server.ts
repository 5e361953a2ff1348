/** Serves the built site as a static host does: files, compressed, under a base path. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The path under which a site was built to stand. */
export function basePath(dist: string): string {
  return /href="([^"]*)icon\.svg"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '/';
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

/** What isn't compressed once more. */
const COMPRESSED = ['.zip', '.woff2'];

export interface Site {
  /** The address of the first page, with a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(folder: string, base = '/'): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const file = fileOf(folder, base, decodeURIComponent(pathname));
    if (file === null) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
      return;
    }
    const type = extname(file);
    const compresses = !COMPRESSED.includes(type);
    response.writeHead(200, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'cache-control': 'max-age=600',
      ...(compresses ? { 'content-encoding': 'gzip' } : {}),
    });
    const bytes = readFileSync(file);
    response.end(compresses ? gzipSync(bytes) : bytes);
  });
  const { port } = await listen(server);
  return {
    url: `http://127.0.0.1:${String(port)}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server): Promise<AddressInfo> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server.address() as AddressInfo);
    });
  });
}

function fileOf(folder: string, base: string, path: string): string | null {
  if (!path.startsWith(base)) return null;
  const inside = normalize(path.slice(base.length));
  if (inside.startsWith('..')) return null;
  const file = join(folder, inside);
  const candidates = path.endsWith('/') ? [join(file, 'index.html')] : [file, `${file}.html`];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}
