/** Programs that run in a process of their own, against the library's sources bundled once. */
import { buildSync } from 'esbuild';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | null = null;
let count = 0;

const library = join(__dirname, '../../packages/asyncio');

/** The folder of the bundle: the library as `asyncio.cjs`, the files of its workers, and what it depends on. */
export function libraryFolder(): string {
  if (folder !== null) return folder;
  const made = mkdtempSync(join(tmpdir(), 'asyncio-ts-'));
  buildSync({
    entryPoints: [`${library}/src/index.node.ts`],
    outfile: join(made, 'asyncio.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
  });
  for (const kind of ['thread', 'process']) {
    const worker = readFileSync(`${library}/presets/${kind}-worker.cjs`, 'utf8').replace(
      './index.cjs',
      './asyncio.cjs',
    );
    writeFileSync(join(made, `${kind}-worker.cjs`), worker);
  }
  mkdirSync(join(made, 'node_modules'));
  symlinkSync(realpathSync(`${library}/node_modules/piscina`), join(made, 'node_modules/piscina'));
  process.on('exit', () => {
    rmSync(made, { recursive: true, force: true });
  });
  return (folder = made);
}

/** Writes a CommonJS program in which `asyncio` is the library; returns its file. */
export function childProgram(source: string): string {
  const where = libraryFolder();
  const file = join(where, `program${String(++count)}.cjs`);
  writeFileSync(file, `const asyncio = require('./asyncio.cjs');\n${source}\n`);
  return file;
}
