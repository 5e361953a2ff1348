// What the generators read and write: the models, the table of groups, the pages written by hand.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from '../shell.mjs';
import { findMentions, readSections } from './reference/differences.mjs';
import { groupSymbols } from './reference/grouping.mjs';
import { GROUPS } from './reference/groups.mjs';
import { deadLinks } from './reference/links.mjs';
import { readModels, toSymbols } from './reference/model.mjs';
import { readPythonNames } from './reference/python.mjs';
import { Site } from './reference/site.mjs';

export const docs = `${root}/docs`;

const read = (file) => (existsSync(`${docs}/${file}`) ? readFileSync(`${docs}/${file}`, 'utf8') : null);

/** Reads everything that the pages are made of. */
export function readSite() {
  const symbols = toSymbols(readModels());
  return new Site({
    symbols,
    groups: groupSymbols(symbols.all, GROUPS),
    pythonNames: readPythonNames(),
    mentions: findMentions(readSections(read('differences.md')), symbols),
  });
}

/** Ends the process, and writes nothing, if a link of the pages leads nowhere or another problem is known. */
export function stopAtProblems(pages, known = []) {
  const problems = [...known, ...deadLinks(pages, read)];
  if (problems.length === 0) return;
  console.error(`${problems.join('\n')}\n${problems.length} problems`);
  process.exit(1);
}

/** Writes pages below `docs`. */
export function writePages(pages) {
  for (const [file, text] of pages) {
    mkdirSync(dirname(`${docs}/${file}`), { recursive: true });
    writeFileSync(`${docs}/${file}`, text);
  }
}
