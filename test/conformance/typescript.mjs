// Lets Node load the suite's TypeScript and the library's sources, so that nothing has to be built first. Types are
// stripped by esbuild; names are resolved as in jest.config.cjs.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { transformSync } from 'esbuild';

const packages = resolve(import.meta.dirname, '../../packages');
const sources = `${packages}/asyncio/src`;
const require = createRequire(import.meta.url);

/** What the sources of a file are changed into before they are loaded; see faults.ts. */
let change = (_filename, source) => source;

require.extensions['.ts'] = (module, filename) => {
  const source = change(filename, readFileSync(filename, 'utf8'));
  const { code } = transformSync(source, { loader: 'ts', format: 'cjs', target: 'es2022', sourcefile: filename });
  module._compile(code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  let name = request;
  if (request === 'asyncio-ts') name = `${sources}/index.node.ts`;
  else if (request.startsWith('asyncio-ts/')) name = `${sources}/index.${request.slice('asyncio-ts/'.length)}.ts`;
  else if (request === '@asyncio-ts/compiler') name = `${packages}/compiler/src/index.ts`;
  else if (request.startsWith('#asyncio/')) name = `${sources}/${request.slice('#asyncio/'.length)}`;
  else if (request.startsWith('.') && parent?.filename?.endsWith('.ts')) name = request.replace(/\.js$/, '.ts');
  return resolveFilename.call(this, name, parent, ...rest);
};

/** Changes the sources of what is loaded from now on. */
export const changeSources = (by) => {
  change = by;
};

/** The exports of one of the suite's files. */
export const load = (path) => require(resolve(import.meta.dirname, path));
