// The code of the package. Each class must exist once in a process, however the package is loaded, so there is one
// bundle per platform and everything else re-exports from it:
//
//   index.cjs     the Node bundle, in parts inspect.cjs, contextvars.cjs, …  a namespace of index.cjs
//   index.mjs     the names of index.cjs    inspect.mjs, contextvars.mjs, …  the names of such a namespace
//   browser.mjs   the browser's face        inspect.browser.mjs, …           the names of such a namespace
//   browser/      its modules
//
// Pages have a bundler, which leaves out what they don't use: whole modules, since `sideEffects` in package.json says that
// only the faces have effects. Within a file it would have to keep what it can't prove to be free of effects. So a module
// of the sources may do something to what it declares, but not to what another one declares.
//
// What only tests need, testing.cjs and testing.browser.mjs, is a bundle of its own that takes all else from these. So is
// compiled.cjs, what compiled code calls: that is in a hidden namespace of the root, and only tslib comes to it.
//
// esbuild takes the types out of each file. Rollup joins the files: unlike esbuild's, its bundles leave a class the name
// it has in its file, which is what reprs say.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import { rollup } from 'rollup';
import { library } from '../shell.mjs';
import { builtins } from './builtins.mjs';
import { compiledOn, globalsOn } from './compiled.mjs';
import { joinParts } from './parts.mjs';
import { testingOn } from './testing.mjs';

/** The namespaces of the root that have an entry of their own. */
const SUBPATHS = ['inspect', 'contextvars', 'concurrent'];

/**
 * Before Node imports a CommonJS file, it reads its text for the names that are exported, which takes longer than to run
 * this one. It follows `module.exports = require(…)`, but no variable.
 */
const UNREAD = "'use strict';\n\nconst root = require('./index.cjs');\nmodule.exports = root;\n";

const source = `${library}/src`;
const dist = `${library}/dist`;

/** Writes all code files of dist and returns the names of the subpaths. */
export async function bundle() {
  await joinParts(`${source}/index.node.ts`, PLUGINS, fail, OUTPUT);
  await joinBrowser();

  const root = createRequire(import.meta.url)(`${dist}/index.cjs`);
  writeFileSync(`${dist}/index.default.cjs`, UNREAD);
  writeFileSync(`${dist}/index.mjs`, `import root from './index.default.cjs';\n\n${exportNames(root, 'root')}`);
  for (const name of SUBPATHS) {
    const names = exportNames(root[name], name);
    writeFileSync(`${dist}/${name}.cjs`, `'use strict';\n\nmodule.exports = require('./index.cjs').${name};\n`);
    writeFileSync(`${dist}/${name}.mjs`, `import { ${name} } from './index.mjs';\n\n${names}`);
    // Whoever begins with this one has the platform, too.
    const all = `export * from './browser/index.${name}.mjs';\n`;
    writeFileSync(`${dist}/${name}.browser.mjs`, `import './browser.mjs';\n\n${all}`);
  }
  await joinTesting(root);
  await joinCompiled(root);
  return SUBPATHS;
}

async function joinBrowser() {
  const faces = ['browser', ...SUBPATHS].map((name) => `index.${name}`);
  rmSync(`${dist}/browser`, { recursive: true, force: true });
  const own = {
    name: 'own',
    // Otherwise modules are imported for the effects that they may have.
    transform: (_code, id) => ({ moduleSideEffects: id.endsWith('/index.browser.ts') }),
  };
  const output = {
    dir: dist,
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: source,
    entryFileNames: ({ name }) => (name === 'index.browser' ? 'browser.mjs' : `browser/${name}.mjs`),
  };
  await join(
    faces.map((face) => `${source}/${face}.ts`),
    output,
    own,
  );
}

async function joinTesting(root) {
  const input = `${source}/index.testing.ts`;
  await join(
    input,
    { file: `${dist}/testing.cjs`, format: 'cjs' },
    testingOn(root, (name) => `./${name}.cjs`),
  );
  const inBrowser = (name) => (name === 'index' ? './browser.mjs' : `./${name}.browser.mjs`);
  await join(input, { file: `${dist}/testing.browser.mjs`, format: 'es' }, testingOn(root, inBrowser));
  const testing = createRequire(import.meta.url)(`${dist}/testing.cjs`);
  writeFileSync(`${dist}/testing.mjs`, `import testing from './testing.cjs';\n\n${exportNames(testing, 'testing')}`);
}

async function joinCompiled(root) {
  const input = `${source}/index.compiled.ts`;
  await join(input, { file: `${dist}/compiled.cjs`, format: 'cjs' }, compiledOn(root, './index.cjs'));
  await join(input, { file: `${dist}/compiled.browser.mjs`, format: 'es' }, compiledOn(root, './browser.mjs'));
  const globals = `${source}/index.globals.ts`;
  await join(globals, { file: `${dist}/globals.cjs`, format: 'cjs' }, globalsOn('./compiled.cjs'));
  await join(globals, { file: `${dist}/globals.browser.mjs`, format: 'es' }, globalsOn('./compiled.browser.mjs'));
  writeFileSync(`${dist}/globals.mjs`, "import './globals.cjs';\n");
  for (const file of readdirSync(`${library}/presets`)) cpSync(`${library}/presets/${file}`, `${dist}/${file}`);
  const compiled = createRequire(import.meta.url)(`${dist}/compiled.cjs`);
  writeFileSync(
    `${dist}/compiled.mjs`,
    `import compiled from './compiled.cjs';\n\n${exportNames(compiled, 'compiled')}`,
  );
}

async function join(input, output, ...plugins) {
  const build = await rollup({ input, plugins: [...plugins, ...PLUGINS], onLog: fail });
  await build.write({ ...output, ...OUTPUT });
}

/** A Rollup plugin that reads TypeScript, and knows that `./a.js` stands for `./a.ts`. */
const typescript = {
  name: 'typescript',
  resolveId: (id, importer) =>
    importer !== undefined && id.startsWith('.') ? resolve(dirname(importer), id.replace(/\.js$/, '.ts')) : null,
  load(file) {
    // Where a constructor serves many subclasses, V8 assigns fields much faster than it defines them.
    const compilerOptions = { verbatimModuleSyntax: true, useDefineForClassFields: false };
    return transformSync(readFileSync(file, 'utf8'), {
      loader: 'ts',
      target: 'es2022',
      sourcefile: file,
      tsconfigRaw: { compilerOptions },
    }).code;
  },
};

/**
 * A Rollup plugin that leaves no character beyond ASCII, of which esbuild leaves some in comments: one of them is enough for
 * Node to keep the text in two bytes per character, which takes it longer to read and to compile.
 */
const ascii = {
  name: 'ascii',
  renderChunk: (code) => code.replaceAll('…', '...').replace(/[^\0-\x7f]/g, '?'),
};

const PLUGINS = [builtins, typescript, ascii];
const OUTPUT = { freeze: false, generatedCode: { preset: 'es2015', symbols: false } };

function fail(_level, log) {
  throw new Error(log.message);
}

function exportNames(namespace, variable) {
  const names = Object.keys(namespace).sort();
  return `export const {\n${names.map((name) => `  ${name},\n`).join('')}} = ${variable};\n`;
}
