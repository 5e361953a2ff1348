/** Programs that run in a process of their own, against the library's sources bundled once. */
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | null = null;
let count = 0;

function bundle(): string {
  if (folder !== null) return folder;
  const made = mkdtempSync(join(tmpdir(), 'asyncio-ts-'));
  buildSync({
    entryPoints: [join(__dirname, '../../packages/asyncio/src/index.node.ts')],
    outfile: join(made, 'asyncio.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  process.on('exit', () => {
    rmSync(made, { recursive: true, force: true });
  });
  return (folder = made);
}

/** Writes a CommonJS program in which `asyncio` is the library; returns its file. */
export function childProgram(source: string): string {
  const where = bundle();
  const file = join(where, `program${String(++count)}.cjs`);
  writeFileSync(file, `const asyncio = require('./asyncio.cjs');\n${source}\n`);
  return file;
}
