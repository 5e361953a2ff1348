// Stryker's instrumenter puts every mutant of a file into its text at once; a global says which one is in force.
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { readFileSync } from 'node:fs';
import { library } from '../../scripts/shell.mjs';

/** The files of the core whose tests are measured, by folder. */
const MEASURED = {
  futures: ['futures'],
  tasks: ['tasks'],
  waiting: ['timeouts', 'taskgroups'],
  locks: ['mixins', 'lock', 'event', 'condition', 'semaphore', 'barrier', 'queues', 'ordered_queues'],
  loop: ['base_events', 'scheduler'],
};

const FOLDERS = new Map(Object.entries(MEASURED).flatMap(([folder, files]) => files.map((file) => [file, folder])));

export const FILES = [...FOLDERS.keys()];

export const sourceOf = (file) => `${library}/src/core/${FOLDERS.get(file)}/${file}.ts`;

const silent = () => undefined;
const logger = { isDebugEnabled: () => false, debug: silent, info: silent, warn: console.warn };

/** On one line, and not too long. */
const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 150);

/** A mutant as the reports know it: by what becomes of its line, since numbers of lines change. */
function described({ id, location: { start, end }, mutatorName, replacement }, file, lines) {
  const before = lines[start.line].slice(0, start.column);
  const after = lines[end.line].slice(end.column);
  return {
    id,
    file,
    line: start.line + 1,
    mutator: mutatorName,
    change: `${file}: ${short(lines[start.line])}  ⇒  ${short(before + replacement + after)}`,
  };
}

/** The mutants of some files, and the texts that hold them, by path. */
export async function instrument(files) {
  const inputs = files.map((file) => ({
    name: sourceOf(file),
    mutate: true,
    content: readFileSync(sourceOf(file), 'utf8'),
  }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const result = await new Instrumenter(logger).instrument(inputs, options);
  const names = new Map(files.map((file) => [sourceOf(file), file]));
  const lines = new Map(inputs.map(({ name, content }) => [name, content.split('\n')]));
  return {
    mutants: result.mutants.map((mutant) => described(mutant, names.get(mutant.fileName), lines.get(mutant.fileName))),
    texts: new Map(result.files.map(({ name, content }) => [name, content])),
  };
}
