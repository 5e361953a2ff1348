/** Writes `docs/conformance.md` from the scenarios and from what long commands have found out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { recordedResults, type FaultResult, type RandomResult } from './results';
import { shares } from './random/statistics';
import { STYLES, allScenarios, type ScenarioFiles } from './scenarios';

const DOCS = join(__dirname, '../../docs');
const PAGE = join(DOCS, 'conformance.md');

type Row = readonly (string | number)[];

function table(heads: Row, rows: readonly Row[]): string {
  const line = (row: Row): string => `| ${row.join(' | ')} |`;
  const rule = heads.map((_head, column) => (column === 0 ? '---' : '--:'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** How many scenarios run in a style, and how many comparisons that makes: debug mode off and on. */
function countsByArea(scenarios: readonly ScenarioFiles[]): string {
  const row = (name: string, some: readonly ScenarioFiles[]): Row => [
    name,
    some.length,
    ...STYLES.map((style) => some.filter(({ styles }) => styles.includes(style)).length),
    some.reduce((sum, { styles, modes }) => sum + styles.length * modes.length, 0),
  ];
  const areas = grouped(scenarios, ({ name }) => name.split('/')[0] as string);
  const rows = [...areas].map(([area, some]) => row(area, some));
  return table(['area', 'scenarios', ...STYLES, 'comparisons'], [...rows, row('**all**', scenarios)]);
}

function exceptions(scenarios: readonly ScenarioFiles[]): string {
  const limited = scenarios.filter(({ leftOut }) => leftOut !== '');
  return [...grouped(limited, ({ leftOut }) => leftOut)]
    .map(([reason, some]) => `- ${reason} ${some.map(({ name }) => `\`${name}\``).join(', ')}`)
    .join('\n');
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/ /g, '-');
}

/** What `docs/differences.md` speaks of. */
function differences(): string {
  const text = readFileSync(join(DOCS, 'differences.md'), 'utf8');
  return [...text.matchAll(/^##(#?) (.+)$/gm)]
    .map(([, inner, title = '']) => `${inner === '#' ? '  ' : ''}- [${title}](differences.md#${anchor(title)})`)
    .join('\n');
}

/** The scenarios for which an older CPython answers differently. */
function olderPython(): string {
  const text = readFileSync(join(__dirname, 'scenarios', 'differences-3.13.txt'), 'utf8');
  return [...text.matchAll(/^[\w-]+\/[\w-]+$/gm)].map(([name]) => `\`${name}\``).join(', ');
}

const percent = (share: number): string => `${share.toFixed(2)} %`;

function random(result: RandomResult): string {
  const all = shares(result);
  const last = result.seed + result.seeds - 1;
  const command =
    `npm run conformance:random -- --programs ${String(result.programs)} ` +
    `--seed ${String(result.seed)} --seeds ${String(result.seeds)}`;
  return `${String(result.programs)} programs of the seeds ${String(result.seed)} to ${String(last)} agree with CPython
${result.version} in these styles: ${result.styles.join(', ')}.

\`\`\`sh
${command}
\`\`\`

In so many of 100 programs each operation was done, and each rare thing happened:

<details>
<summary>${String(all.length)} of them, the rarest in ${percent(all[0]?.[1] ?? 0)} of the programs</summary>

${table(
  ['what', 'programs'],
  all.map(([name, share]) => [name.replaceAll('*', '\\*'), percent(share)]),
)}

</details>`;
}

function faults(results: readonly FaultResult[], count: number): string {
  const rows = results.map(({ name, scenarios, programs }) => [
    name,
    `${String(scenarios)} of ${String(count)}`,
    programs === null ? 'the process dies' : String(programs + 1),
  ]);
  return table(['fault', 'scenarios that disagree', 'first random program that disagrees'], rows);
}

async function page(): Promise<string> {
  const scenarios = allScenarios();
  const results = recordedResults();
  if (results.random === undefined || results.faults === undefined) throw new Error('nothing was recorded yet');
  const { version } = results.random;
  const text = `# How far it agrees with CPython

<!-- Written by \`npm run conformance:page\`. -->

asyncio-ts claims to behave as CPython does: in the order of events, the exceptions and their texts, the reports and the
reprs. This page says what that claim rests on, and how to check it. The reference is CPython ${version}, as Pyodide
compiles it; it runs within Node, so nothing has to be installed.

## Scenarios

A scenario is a program that exists twice, in Python and in TypeScript. CPython has recorded what the Python program
prints, with the virtual time of each line, the warnings, and what is reported; the TypeScript program has to print the
same, line by line. It is played in wrapped style, in generator style, in a mixture of both, and in compiled style, through the
compiler and through TypeScript's own helpers, with debug mode off and on.

\`\`\`sh
npm run conformance          # compares with the recorded traces; no Python needed
npm run conformance:record   # asks CPython again
\`\`\`

${countsByArea(scenarios)}

The ${String(scenarios.filter(({ oracle }) => oracle === 'installed').length)} scenarios that show what Pyodide replaces by its own, such as signals and policies, were recorded by an
installed CPython 3.13.

Not every style can show everything:

${exceptions(scenarios)}

CPython 3.13 answers differently from 3.14 in these, and the library follows 3.14: ${olderPython()}.

## Random programs

A generator writes small programs over all primitives: coroutines that await coroutines, tasks, groups, timeouts,
cancellations from everywhere, locks, queues, callbacks, contexts, asynchronous generators. Each is printed in Python and
in JavaScript, runs on both sides on virtual time, and has to leave the same trace. A program that doesn't is shrunk to a
few lines and shown. A thousand run in each \`npm test\`.

${random(results.random)}

## Would a fault be noticed?

Each of these faults was put into a copy of the library, which then was compared as above. Without a fault nothing
disagrees.

\`\`\`sh
npm run conformance:faults
\`\`\`

${faults(results.faults, scenarios.length)}

The other way to ask is to change the code at random and to see whether a test fails: [mutants](contributing/mutation.md).

## What differs

All that is known to differ stands in [Differences](differences.md), each with its reason:

${differences()}
`;
  return format(text, { parser: 'markdown' });
}

/** `npm run conformance:page` writes the page; with `--check` it only says whether it would change. */
export async function main([option]: readonly string[]): Promise<void> {
  const text = await page();
  if (option !== '--check') writeFileSync(PAGE, text);
  else if (readFileSync(PAGE, 'utf8') !== text) {
    console.error('docs/conformance.md is out of date: npm run conformance:page writes it');
    process.exitCode = 1;
  }
}
