// What the live programs of the site are run by: two workers, and the files of Pyodide. They become files of the site as
// they are, so that names of classes stay as they are written: reprs and reports show them.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { root } from '../shell.mjs';

const docs = `${root}/docs`;
const folder = 'live';
const require = createRequire(`${docs}/package.json`);

/** Of Pyodide's package, what a worker loads. */
const PYODIDE = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

/** Writes all files, and their names for the pages. */
export async function writeLive() {
  rmSync(`${docs}/public/${folder}`, { recursive: true, force: true });
  const files = {
    typescript: await worker('typescript'),
    python: await worker('python'),
    pyodide: pyodide(),
  };
  writeFileSync(`${docs}/live/files.json`, `${JSON.stringify(files, null, 2)}\n`);
}

async function worker(language) {
  const { outputFiles } = await build({
    entryPoints: [`${docs}/live/${language}/worker.ts`],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    tsconfigRaw: {}, // that of the documents names the library's sources, which aren't meant here
    loader: { '.py': 'text' },
    keepNames: true, // of classes that are renamed in a bundle
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const text = outputFiles[0].text;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const file = `${folder}/${language}.${digest}.js`;
  mkdirSync(`${docs}/public/${folder}`, { recursive: true });
  writeFileSync(`${docs}/public/${file}`, text);
  return file;
}

function pyodide() {
  const from = dirname(require.resolve('pyodide/package.json'));
  const { version } = JSON.parse(readFileSync(`${from}/package.json`, 'utf8'));
  const to = `${folder}/pyodide-${version}/`;
  for (const file of PYODIDE) cpSync(`${from}/${file}`, `${docs}/public/${to}${file}`);
  return to;
}
