// Writes the reference, docs/reference and its examples, docs/examples/reference, from the models that API Extractor has
// made of the built declarations: a page for each public name, an overview, and what VitePress shows beside them.
// `npm run build` has to be run before.
import { rmSync } from 'node:fs';
import { makePages } from './reference/pages.mjs';
import { docs, readSite, stopAtProblems, writePages } from './site.mjs';

const site = readSite();
const pages = await makePages(site);
stopAtProblems(pages, site.problems);
// What was public once has no page any more.
for (const folder of ['reference', 'examples/reference']) rmSync(`${docs}/${folder}`, { recursive: true, force: true });
writePages(pages);
console.log(`docs/reference: ${[...pages.keys()].filter((file) => file.endsWith('.md')).length} pages`);
