// Builds packages/asyncio into its dist folder: the code by esbuild, the types by tsc and API Extractor. Then the other
// packages. With --code only the library's code is built, which is enough to run programs.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { bundle } from './build/bundle.mjs';
import { declare } from './build/declare.mjs';
import { buildCommand, buildPackage, COMMAND, COMPILER } from './build/package.mjs';
import { copyRulePages } from './build/rule-pages.mjs';
import { library, root } from './shell.mjs';

const codeOnly = process.argv.includes('--code');

if (!codeOnly) rmSync(`${library}/dist`, { recursive: true, force: true });
const subpaths = await bundle();
if (!codeOnly) {
  await declare(subpaths);
  for (const file of ['LICENSE', 'README.md']) {
    if (existsSync(`${root}/${file}`)) cpSync(`${root}/${file}`, `${library}/${file}`);
  }
  await buildPackage('compiler', COMPILER);
  await buildCommand('cli', COMMAND);
  await buildPackage('eslint-plugin', ['index']);
  copyRulePages();
}
