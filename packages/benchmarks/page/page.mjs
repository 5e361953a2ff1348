/** The page about speed, in one language. */
import { slopeTable } from '../runner/slopes.mjs';
import { floorTable, memoryTable, ratioTable, sizeTable, startTable, table, timeTable } from '../runner/tables.mjs';
import { WORKLOADS } from '../runner/workloads.mjs';
import { goals } from './goals.mjs';

/** @typedef {import('../runner/record.mjs').Record} Record */

/**
 * @typedef {object} Texts
 * @property {string} title
 * @property {string} description
 * @property {string} intro
 * @property {string} machine
 * @property {Readonly<{ processor: string, processors: string, memory: string, system: string, peers: string, pythons: string, library: string, date: string, runs: string }>} rows
 * @property {string} goals
 * @property {string} goalsIntro
 * @property {readonly string[]} goalHeads
 * @property {string} yes
 * @property {string} no
 * @property {string} python
 * @property {string} pythonIntro
 * @property {string} ratios
 * @property {string} times
 * @property {string} peers
 * @property {string} peersIntro
 * @property {string} floors
 * @property {string} floorsIntro
 * @property {string} waiters
 * @property {string} waitersIntro
 * @property {string} memory
 * @property {string} growth
 * @property {string} growthIntro
 */

/**
 * @typedef {object} Language
 * @property {import('../runner/tables.mjs').Words} WORDS
 * @property {Readonly<globalThis.Record<string, import('../runner/floors.mjs').Floor>>} floors
 * @property {(workload: import('../runner/workloads.mjs').Workload) => string} title
 * @property {Readonly<globalThis.Record<import('./goals.mjs').Goal['name'], string>>} GOALS
 * @property {Texts} TEXTS
 */

/**
 * @param {Language} language
 * @param {Record} comparison
 * @param {Record} growth - The run with `--slopes`.
 * @returns {string} Markdown, not yet formatted.
 */
export function page({ WORDS, floors, title, GOALS, TEXTS }, comparison, growth) {
  const { figures, implementations } = comparison;
  const workloads = WORKLOADS.map((workload) => ({
    ...workload,
    title: title(workload),
    program: workload.program ?? workload.name,
  }));
  const timed = workloads.filter(({ kind, size }) => kind === undefined && size === undefined);
  const crowded = workloads.filter(({ size }) => size !== undefined);
  const memory = workloads.filter(({ kind }) => kind === 'memory');
  const [start] = workloads.filter(({ kind }) => kind === 'start');
  if (start === undefined) throw new Error('no workload is about the start');

  const ours = implementations.filter(({ kind }) => kind === 'ours');
  const pythons = implementations.filter(({ kind }) => kind === 'cpython' || kind === 'uvloop');
  const [generator, compiled] = ours;
  if (generator === undefined || compiled === undefined) throw new Error('all styles have to be measured');
  const peers = implementations.filter(({ kind }) => kind === 'peer' || kind === 'promises');

  return `---
title: ${TEXTS.title}
description: ${TEXTS.description}
---

# ${TEXTS.title} {#how-fast-it-is}

<!-- \`npm run bench:page\` -->

${TEXTS.intro}

\`\`\`sh
${comparison.command}
${growth.command}
\`\`\`

## ${TEXTS.machine} {#measured-with}

${machine(TEXTS, comparison)}

## ${TEXTS.goals} {#goals}

${TEXTS.goalsIntro}

${table(
  TEXTS.goalHeads,
  goals(comparison, growth, workloads).map(({ name, worst, beside, at = '', holds }) => [
    GOALS[name],
    beside === undefined ? figure(worst) : `${figure(worst)} (${figure(beside)})`,
    at,
    holds ? TEXTS.yes : TEXTS.no,
  ]),
)}

## ${TEXTS.python} {#python}

${TEXTS.pythonIntro}

### ${TEXTS.ratios} {#ratios}

${ratioTable(figures, [...timed, ...crowded], implementations, WORDS)}

### ${TEXTS.times} {#times}

${timeTable(figures, [...timed, ...crowded], [...ours, ...pythons], 'cpu', WORDS)}

## ${TEXTS.peers} {#peers}

${TEXTS.peersIntro}

${timeTable(figures, [...timed, ...crowded], [generator, compiled, ...peers], 'cpu', WORDS)}

## ${TEXTS.floors} {#floors}

${TEXTS.floorsIntro}

${floorTable(figures, timed, implementations, floors, WORDS)}

## ${TEXTS.waiters} {#waiters}

${TEXTS.waitersIntro}

${sizeTable(figures, crowded, implementations, WORDS)}

## ${TEXTS.memory} {#memory}

${memoryTable(figures, memory, implementations, WORDS)}

${startTable(figures, start, implementations, WORDS)}

## ${TEXTS.growth} {#growth}

${TEXTS.growthIntro}

${slopeTable(growth.figures, timed, ours, WORDS.workload)}
`;
}

/** @param {number} value */
function figure(value) {
  if (Number.isNaN(value)) return '–';
  return value.toFixed(value < 10 ? 2 : 1);
}

/**
 * @param {Texts} texts
 * @param {Record} comparison
 */
function machine({ rows }, { machine: { processor, processors, memory, system }, node, implementations, ...rest }) {
  const pythons = implementations.filter(({ kind }) => kind === 'cpython' || kind === 'uvloop').map(({ name }) => name);
  const peers = Object.entries(rest.peers).map(([name, version]) => `${name} ${version}`);
  return table(
    ['', ''],
    [
      [rows.processor, processor],
      [rows.processors, String(processors)],
      [rows.memory, `${String(memory)} GiB`],
      [rows.system, system],
      ['Node', node],
      [rows.pythons, pythons.join(', ')],
      [rows.peers, peers.join(', ')],
      [rows.library, `${rest.revision}, ${rest.library}`],
      [rows.date, rest.date],
      [rows.runs, String(rest.runs)],
    ],
  );
}
