/** Writes `docs/conformance.md` and its Chinese twin from the scenarios and from what long commands have found out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { shares } from '../random/statistics';
import { recordedResults, type FaultResult, type RandomResult } from '../results';
import { STYLES, allScenarios, type ScenarioFiles } from '../scenarios';
import { chinese } from './chinese';
import { english } from './english';

const DOCS = join(__dirname, '../../../docs');

/** What a page says in its language; it gets the tables and lists. */
export interface Language {
  readonly differences: string;
  /** The heads of the table of scenarios, before and behind the styles. */
  readonly areas: readonly [area: string, scenarios: string, comparisons: string, all: string];
  readonly random: readonly [what: string, programs: string];
  readonly faults: readonly [fault: string, scenarios: string, program: string];
  readonly dies: string;
  of(some: number, all: number): string;
  /** Why scenarios are left out of styles. */
  leftOut(styles: string, reason: string): string;
  /** What a fault does, told by its English name. */
  fault(name: string): string;
  text(parts: Parts): string;
}

/** What a page is made of. */
export interface Parts {
  readonly version: string;
  readonly areas: string;
  readonly installed: number;
  readonly exceptions: string;
  readonly older: string;
  readonly result: RandomResult;
  /** The command that ran the random programs. */
  readonly command: string;
  readonly operations: string;
  readonly operationsCount: number;
  /** The share of the rarest operation, in percent. */
  readonly rarest: string;
  readonly faults: string;
  readonly differences: string;
}

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
function countsByArea(scenarios: readonly ScenarioFiles[], [area, count, comparisons, all]: Language['areas']): string {
  const row = (name: string, some: readonly ScenarioFiles[]): Row => [
    name,
    some.length,
    ...STYLES.map((style) => some.filter(({ styles }) => styles.includes(style)).length),
    some.reduce((sum, { styles, modes }) => sum + styles.length * modes.length, 0),
  ];
  const areas = grouped(scenarios, ({ name }) => name.split('/')[0] as string);
  const rows = [...areas].map(([name, some]) => row(name, some));
  return table([area, count, ...STYLES, comparisons], [...rows, row(`**${all}**`, scenarios)]);
}

function exceptions(scenarios: readonly ScenarioFiles[], language: Language): string {
  const limited = scenarios.flatMap(({ name, leftOut }) =>
    leftOut === null ? [] : [{ name, why: language.leftOut(leftOut.styles, leftOut.reason) }],
  );
  return [...grouped(limited, ({ why }) => why)]
    .map(([why, some]) => `- ${why} ${some.map(({ name }) => `\`${name}\``).join(', ')}`)
    .join('\n');
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/ /g, '-');
}

/** What `differences.md` speaks of, in the language of the page. */
function differences(file: string): string {
  const text = readFileSync(join(DOCS, file), 'utf8');
  return [...text.matchAll(/^##(#?) (.+?)(?: \{#([\w-]+)\})?$/gm)]
    .map(
      ([, inner, title = '', id = anchor(title)]) => `${inner === '#' ? '  ' : ''}- [${title}](differences.md#${id})`,
    )
    .join('\n');
}

/** The scenarios for which an older CPython answers differently. */
function olderPython(): string {
  const text = readFileSync(join(__dirname, '../scenarios/differences-3.13.txt'), 'utf8');
  return [...text.matchAll(/^[\w-]+\/[\w-]+$/gm)].map(([name]) => `\`${name}\``).join(', ');
}

const percent = (share: number): string => `${share.toFixed(2)} %`;

function faultTable(results: readonly FaultResult[], count: number, language: Language): string {
  const rows = results.map(({ name, scenarios, programs }) => [
    language.fault(name),
    language.of(scenarios, count),
    programs === null ? language.dies : String(programs + 1),
  ]);
  return table(language.faults, rows);
}

function page(language: Language): Promise<string> {
  const scenarios = allScenarios();
  const { random, faults } = recordedResults();
  if (random === undefined || faults === undefined) throw new Error('nothing was recorded yet');
  const operations = shares(random);
  const text = language.text({
    version: random.version,
    areas: countsByArea(scenarios, language.areas),
    installed: scenarios.filter(({ oracle }) => oracle === 'installed').length,
    exceptions: exceptions(scenarios, language),
    older: olderPython(),
    result: random,
    command:
      `npm run conformance:random -- --programs ${String(random.programs)} ` +
      `--seed ${String(random.seed)} --seeds ${String(random.seeds)}`,
    operations: table(
      language.random,
      operations.map(([name, share]) => [name.replaceAll('*', '\\*'), percent(share)]),
    ),
    operationsCount: operations.length,
    rarest: percent(operations[0]?.[1] ?? 0),
    faults: faultTable(faults, scenarios.length, language),
    differences: differences(language.differences),
  });
  return format(text, { parser: 'markdown' });
}

/** `npm run conformance:page` writes the pages; with `--check` it only says whether they would change. */
export async function main([option]: readonly string[]): Promise<void> {
  for (const [file, language] of [
    ['conformance.md', english],
    ['zh/conformance.md', chinese],
  ] as const) {
    const path = join(DOCS, file);
    const text = await page(language);
    if (option !== '--check') writeFileSync(path, text);
    else if (readFileSync(path, 'utf8') !== text) {
      console.error(`docs/${file} is out of date: npm run conformance:page writes it`);
      process.exitCode = 1;
    }
  }
}
