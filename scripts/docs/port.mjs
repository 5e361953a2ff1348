// Writes the tables for those who port a program from Python: docs/port/names.md and docs/port/constructs.md, and the same
// in Chinese, with the programs for the playground in docs/examples/constructs. They link into the reference, so `npm run build` and scripts/docs/reference.mjs have to be run before.
import { pathToFileURL } from 'node:url';
import { readModel } from '../api-coverage/model.mjs';
import { checkNotImplemented } from '../api-coverage/not-implemented.mjs';
import { readReference } from '../api-coverage/reference.mjs';
import { library } from '../shell.mjs';
import { CONSTRUCTS } from './port/constructs.mjs';
import { constructFiles, constructsPage } from './port/constructs_page.mjs';
import { readDeclarations, toRows } from './port/names.mjs';
import { namesPage } from './port/names_page.mjs';
import { readSite, stopAtProblems, writePages } from './site.mjs';

const site = readSite();
const built = await import(pathToFileURL(`${library}/dist/index.mjs`));
const reference = readReference();
const { raised } = checkNotImplemented(built, reference, readModel());
const rows = toRows({ reference, symbols: site.symbols, declarations: readDeclarations(), raised });

const pages = new Map();
for (const [language, folder] of [
  ['en', 'port'],
  ['zh', 'zh/port'],
]) {
  pages.set(`${folder}/names.md`, namesPage(language, site, rows));
  pages.set(`${folder}/constructs.md`, constructsPage(language, CONSTRUCTS));
}
stopAtProblems(pages);
writePages(pages);
writePages(constructFiles(CONSTRUCTS).map(([file, text]) => [`examples/${file}`, text]));
console.log(`docs/port: ${rows.length} names, ${CONSTRUCTS.length} constructs`);
