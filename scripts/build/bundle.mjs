// The code of the package. Each class must exist once in a process, however the package is loaded, so there is one
// bundle per platform and everything else re-exports from it:
//
//   index.cjs     the Node bundle           inspect.cjs, contextvars.cjs     a namespace of index.cjs
//   index.mjs     the names of index.cjs    inspect.mjs, contextvars.mjs     the names of such a namespace
//   browser.mjs   the browser bundle        inspect.browser.mjs, …           the same for browser.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { library } from '../shell.mjs';

/** The namespaces of the root that have an entry of their own. */
const SUBPATHS = ['inspect', 'contextvars'];

/**
 * Turns getters into plain properties: a getter of esbuild's looks its name up in another object at each access.
 * Nothing is lost, since no export of ours is ever assigned to again.
 */
const PLAIN_EXPORTS = "module.exports = Object.defineProperty({ ...module.exports }, '__esModule', { value: true });";

const common = { bundle: true, charset: 'utf8', logLevel: 'warning', legalComments: 'none', ignoreAnnotations: true };

const source = `${library}/src`;
const dist = `${library}/dist`;

/** Writes all code files of dist and returns the names of the subpaths. */
export async function bundle() {
  await build({
    ...common,
    entryPoints: [`${source}/index.node.ts`],
    outfile: `${dist}/index.cjs`,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    footer: { js: PLAIN_EXPORTS },
  });
  await build({
    ...common,
    entryPoints: [`${source}/index.browser.ts`],
    outfile: `${dist}/browser.mjs`,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
  });
  letNamespacesBeDropped(`${dist}/browser.mjs`);

  const root = createRequire(import.meta.url)(`${dist}/index.cjs`);
  writeFileSync(`${dist}/index.mjs`, `import root from './index.cjs';\n\n${exportNames(root, 'root')}`);
  for (const name of SUBPATHS) {
    const names = exportNames(root[name], name);
    writeFileSync(`${dist}/${name}.cjs`, `'use strict';\n\nmodule.exports = require('./index.cjs').${name};\n`);
    writeFileSync(`${dist}/${name}.mjs`, `import { ${name} } from './index.mjs';\n\n${names}`);
    writeFileSync(`${dist}/${name}.browser.mjs`, `import { ${name} } from './browser.mjs';\n\n${names}`);
  }
  return SUBPATHS;
}

function exportNames(namespace, variable) {
  const names = Object.keys(namespace).sort();
  return `export const {\n${names.map((name) => `  ${name},\n`).join('')}} = ${variable};\n`;
}

/**
 * Marks each namespace object as free of side effects, so that a bundler leaves out those that a page doesn't use.
 * esbuild fills them by a call, which it then must keep: `var x = {}; __export(x, { … })`.
 */
function letNamespacesBeDropped(file) {
  const code = readFileSync(file, 'utf8');
  const helper = /(var __export = \(target, all\) => \{\n(?: {2}.*\n)+)\};/;
  if (!code.includes('__export(')) return;
  if (!helper.test(code)) throw new Error("esbuild's __export has a new shape");
  const pure = code
    .replace(helper, '$1  return target;\n};')
    .replace(/var (\w+) = \{\};\n__export\(\1, \{/g, 'var $1 = /* @__PURE__ */ __export({}, {');
  writeFileSync(file, pure);
}
