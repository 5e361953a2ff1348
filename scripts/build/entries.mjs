// Entries with declarations of their own, `asyncio-ts/testing` and `asyncio-ts/compiled`: of the library they use the
// public types, and take them from its declarations.
import { mkdirSync, readFileSync, readdirSync, writeFileSync, cpSync } from 'node:fs';
import { library } from '../shell.mjs';

/** The names of those entries; each has its files in a folder of that name. */
export const ENTRIES = ['compiled', 'testing'];

/**
 * Has the declarations of an entry import those of the library from a package, which is made of its roll-up. Gives what
 * differs in the configuration of API Extractor.
 */
export function declarationsOf(entry) {
  const temp = `${library}/temp`;
  const fromElsewhere = /(?<=\bfrom |\bimport\()(['"])\.\.\/.*?\1/g;
  for (const name of readdirSync(`${temp}/declarations/${entry}`)) {
    const file = `${temp}/declarations/${entry}/${name}`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(fromElsewhere, "'asyncio-ts'"));
  }
  const face = `${temp}/declarations/index.${entry}.d.ts`;
  // The declarations of tslib come to those of the entry when they are written.
  writeFileSync(face, readFileSync(face, 'utf8').replace(/export \{[^}]*\} from 'tslib';/, ''));
  const installed = `${temp}/node_modules/asyncio-ts`;
  mkdirSync(installed, { recursive: true });
  cpSync(`${temp}/index.d.ts`, `${installed}/index.d.ts`);
  writeFileSync(`${installed}/package.json`, '{ "name": "asyncio-ts", "types": "index.d.ts" }');
  // Otherwise the name would mean the package around, which may not be built.
  writeFileSync(`${temp}/package.json`, '{ "private": true }');
  return {
    mainEntryPointFilePath: `<projectFolder>/temp/declarations/index.${entry}.d.ts`,
    apiReport: { reportFileName: `asyncio-ts-${entry}.api.md` },
    docModel: { apiJsonFilePath: `<projectFolder>/temp/asyncio-ts-${entry}.api.json` },
    dtsRollup: { untrimmedFilePath: `<projectFolder>/temp/${entry}.d.ts` },
  };
}
