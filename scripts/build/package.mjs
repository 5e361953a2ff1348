// Builds an ordinary package of the workspace, one that is not the library: each entry as ESM and as CommonJS, with the
// declarations of all its files for both. What it imports from other packages stays an import.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from '../shell.mjs';

const FORMATS = [
  { format: 'esm', extension: 'mjs', types: 'mts' },
  {
    format: 'cjs',
    extension: 'cjs',
    types: 'cts',
    define: { 'import.meta.url': '__moduleUrl' },
    banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
];

/** The entries of the compiler. */
export const COMPILER = [
  ...['index', 'node', 'register', 'thread', 'jest'],
  ...['vite', 'rollup', 'rolldown', 'esbuild', 'webpack', 'rspack'],
];

/** The entries of the command line: one for each thing that it does, so that it reads no more than it needs. */
export const COMMAND = ['main', 'information', 'run', 'prompt', 'thread', 'worker'];

/** `entries` are files in the `src` of `packages/<name>`, without their extension. */
export async function buildPackage(name, entries) {
  const folder = `${root}/packages/${name}`;
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  await bundlePackage(name, entries, `${folder}/dist`);
  cpSync(`${root}/LICENSE`, `${folder}/LICENSE`);
  declare(folder, entries);
}

/** A package that only has a command: nobody imports it. */
export async function buildCommand(name, entries) {
  const folder = `${root}/packages/${name}`;
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  await bundlePackage(name, entries, `${folder}/dist`, ['esm']);
  cpSync(`${root}/LICENSE`, `${folder}/LICENSE`);
}

/** Writes the code alone. */
export async function bundlePackage(name, entries, outdir, formats = ['esm', 'cjs']) {
  const folder = `${root}/packages/${name}`;
  for (const { format, extension, define, banner } of FORMATS.filter((each) => formats.includes(each.format))) {
    await build({
      entryPoints: entries.map((entry) => `${folder}/src/${entry}.ts`),
      outdir,
      outExtension: { '.js': `.${extension}` },
      bundle: true,
      packages: 'external',
      // The paths of a tsconfig.json are for checking the types: other packages' sources must not come in by them.
      tsconfigRaw: {},
      platform: 'node',
      target: 'node20',
      format,
      define,
      banner,
      logLevel: 'warning',
    });
  }
}

function declare(folder, entries) {
  const { options } = ts.getParsedCommandLineOfConfigFile(`${folder}/tsconfig.json`, {}, ts.sys);
  const program = ts.createProgram(
    entries.map((entry) => `${folder}/src/${entry}.ts`),
    options,
  );
  const declarations = [];
  const collect = (file, text) => declarations.push({ file, text });
  const { diagnostics } = program.emit(undefined, collect, undefined, true);
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) {
    const host = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' };
    throw new Error(ts.formatDiagnostics(problems, host));
  }
  for (const { file, text } of reachable(declarations, `${folder}/dist`, entries)) {
    for (const { extension, types } of FORMATS) write(file, text, extension, types);
  }
}

/** The declarations that those of the entries lead to: nobody outside sees the others. */
function reachable(declarations, dist, entries) {
  // The paths are the system's on both sides, as `join` and `relative` write them.
  const byFile = new Map(declarations.map((declaration) => [relative(dist, declaration.file), declaration]));
  const found = new Set();
  const follow = (name) => {
    const declaration = byFile.get(`${name}.d.ts`);
    if (declaration === undefined || found.has(declaration)) return;
    found.add(declaration);
    for (const [, , specifier] of declaration.text.matchAll(IMPORT)) follow(join(dirname(name), specifier));
  };
  for (const entry of entries) follow(entry);
  return found;
}

const IMPORT = /((?:from|import) ?\(?['"])(\.{1,2}\/[^'"]+)\.js(?=['"])/g;

/** A declaration imports its neighbours in the format it is for. */
function write(file, text, extension, types) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file.replace(/\.d\.ts$/, `.d.${types}`), text.replace(IMPORT, `$1$2.${extension}`));
}
