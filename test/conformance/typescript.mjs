// Lets Node load the suite's TypeScript and the library's sources, so that nothing has to be built first. Types are
// stripped by TypeScript's own compiler; names are resolved as in jest.config.cjs.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve } from 'node:path';
import ts from 'typescript';

const sources = resolve(import.meta.dirname, '../../packages/asyncio/src');
const require = createRequire(import.meta.url);

require.extensions['.ts'] = (module, filename) => {
  const { outputText } = ts.transpileModule(readFileSync(filename, 'utf8'), {
    compilerOptions: { target: 'ES2022', module: 'CommonJS', esModuleInterop: true },
  });
  module._compile(outputText, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  let name = request;
  if (request === 'asyncio-ts') name = `${sources}/index.node.ts`;
  else if (request.startsWith('#asyncio/')) name = `${sources}/${request.slice('#asyncio/'.length)}`;
  else if (request.startsWith('.') && parent?.filename?.endsWith('.ts')) name = request.replace(/\.js$/, '.ts');
  return resolveFilename.call(this, name, parent, ...rest);
};

/** The exports of one of the suite's files. */
export const load = (path) => require(resolve(import.meta.dirname, path));
