// Lets Node load the tests and the library with its mutants. Names are resolved, and types stripped, as under Jest. What
// was translated once is kept in a file: to load the compiler takes longer than most tests.
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join, relative, resolve } = require('node:path');

const root = resolve(__dirname, '../..');
const sources = join(root, 'packages/asyncio/src');
const kept = join(root, '.cache/mutation/translated');

/** Where the texts with mutants lie, under the paths of the files that they replace. */
const mutants = join(root, '.cache/mutation/mutants');

/** What `translate` makes of a text, from a file if it was asked before. */
function keeping(kind, text, translate) {
  const path = join(kept, createHash('sha256').update(`${kind}\n${text}`).digest('hex'));
  if (!existsSync(path)) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(path, translate(text));
  }
  return readFileSync(path, 'utf8');
}

function transpile(text) {
  const { transpileModule } = require('typescript');
  return transpileModule(text, {
    compilerOptions: { target: 'ES2022', module: 'CommonJS', esModuleInterop: true },
  }).outputText;
}

require.extensions['.ts'] = (module, filename) => {
  const mutated = join(mutants, relative(root, filename));
  const text = readFileSync(existsSync(mutated) ? mutated : filename, 'utf8');
  module._compile(keeping('module', text, transpile), filename);
  if (filename.endsWith('conformance/styles.ts')) keepTranslations(module);
};

/** The scenarios are translated by the compiler as well, from style to style. */
function keepTranslations(module) {
  const { generatorStyle, toJavaScript } = module.exports;
  module.exports = {
    generatorStyle: (text, mixed) => keeping(mixed ? 'mixed' : 'generator', text, () => generatorStyle(text, mixed)),
    toJavaScript: (text) => keeping('scenario', text, toJavaScript),
  };
}

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const face = /^asyncio-ts\/(\w+)$/.exec(request)?.[1];
  let name = request;
  if (request === 'asyncio-ts') name = join(sources, 'index.node.ts');
  else if (face !== undefined) name = join(sources, `index.${face}.ts`);
  else if (request.startsWith('#asyncio/')) name = join(sources, request.slice('#asyncio/'.length));
  else if (request.startsWith('.') && parent?.filename?.endsWith('.ts')) name = request.replace(/\.js$/, '.ts');
  return resolveFilename.call(this, name, parent, ...rest);
};
