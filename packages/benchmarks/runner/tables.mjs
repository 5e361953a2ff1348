/** Figures as Markdown. */
import { geometricMean } from './statistics.mjs';

/** @typedef {import('./measure.mjs').Figures} Figures */
/** @typedef {import('./measure.mjs').Figure} Figure */
/** @typedef {import('./workloads.mjs').Workload} Workload */
/** @typedef {Pick<import('./implementations.mjs').Implementation, 'name' | 'kind'>} Implementation */

/** @typedef {typeof ENGLISH} Words - What stands in the heads of tables. */

export const ENGLISH = {
  workload: 'workload',
  floor: 'the floor',
  promises: 'bare promises',
  pays: 'what the difference pays for',
  bytes: 'bytes',
  resident: 'resident memory',
  heap: 'live heap',
  processor: 'processor time',
  beyond: '… more than bare Node',
  wall: 'wall clock',
  mean: 'geometric mean of times, cancelled waiters left out',
};

/** Three significant digits, or a dash. */
const number = (/** @type {number | undefined} */ value) =>
  value === undefined || Number.isNaN(value) ? '–' : value >= 1000 ? value.toFixed(0) : value.toPrecision(3);

const times = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : `${value.toFixed(2)}×`);

/** @param {Workload} workload */
const keyOf = ({ kind }) => (kind === 'memory' ? 'rss' : 'cpu');

/**
 * Those that have a figure for at least one of the workloads.
 *
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
const measured = (figures, workloads, implementations) =>
  implementations.filter((implementation) =>
    workloads.some(({ name }) => figures[name]?.[implementation.name] !== undefined),
  );

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function table(head, rows) {
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/**
 * One figure of all implementations, in millionths (µs).
 *
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 * @param {'cpu' | 'wall'} key
 */
export function timeTable(figures, workloads, implementations, key, words = ENGLISH) {
  const columns = measured(figures, workloads, implementations);
  return table(
    [words.workload, ...columns.map(({ name }) => name)],
    workloads.map(({ name, title }) => [
      title,
      ...columns.map((implementation) => {
        const seconds = figures[name]?.[implementation.name]?.[key];
        return number(seconds === undefined ? undefined : seconds * 1e6);
      }),
    ]),
  );
}

/**
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
export function memoryTable(figures, workloads, implementations, words = ENGLISH) {
  const columns = measured(figures, workloads, implementations);
  return table(
    [words.bytes, ...columns.map(({ name }) => name)],
    workloads.flatMap(({ name, title }) =>
      /** @type {const} */ (['rss', 'heap']).map((key) => [
        `${title}: ${key === 'rss' ? words.resident : words.heap}`,
        ...columns.map((implementation) => figures[name]?.[implementation.name]?.[key]?.toFixed(0) ?? '–'),
      ]),
    ),
  );
}

/**
 * What a process has taken until all is imported, in milliseconds, and what of it is more than bare Node.
 *
 * @param {Figures} figures
 * @param {Workload} workload
 * @param {readonly Implementation[]} implementations
 */
export function startTable(figures, workload, implementations, words = ENGLISH) {
  const columns = measured(figures, [workload], implementations);
  const row = (
    /** @type {'cpu' | 'wall'} */ key,
    /** @type {(seconds: number, kind: string) => number | undefined} */ read,
  ) =>
    columns.map(({ name, kind }) => {
      const seconds = figures[workload.name]?.[name]?.[key];
      const value = seconds === undefined ? undefined : read(seconds, kind);
      return value === undefined ? '–' : (value * 1e3).toFixed(1);
    });
  const bare = figures[workload.name]?.['engine floor'];
  const beyond =
    (/** @type {number | undefined} */ floor) => (/** @type {number} */ seconds, /** @type {string} */ kind) =>
      floor === undefined || kind === 'cpython' || kind === 'uvloop' ? undefined : seconds - floor;
  return table(
    ['ms', ...columns.map(({ name }) => name)],
    [
      [words.processor, ...row('cpu', (seconds) => seconds)],
      [words.beyond, ...row('cpu', beyond(bare?.cpu))],
      [words.wall, ...row('wall', (seconds) => seconds)],
      [words.beyond, ...row('wall', beyond(bare?.wall))],
    ],
  );
}

/**
 * How many times the first of our styles takes what bare promises take, and what the engine can't do without.
 *
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 * @param {Readonly<Record<string, import('./floors.mjs').Floor>>} floors
 */
export function floorTable(figures, workloads, implementations, floors, words = ENGLISH) {
  const own = implementations.find(({ kind }) => kind === 'ours')?.name ?? '';
  const ratio = (/** @type {string} */ workload, /** @type {string} */ other) => {
    const mine = figures[workload]?.[own]?.cpu;
    const theirs = figures[workload]?.[other]?.cpu;
    return times(mine === undefined || theirs === undefined ? undefined : mine / theirs);
  };
  return table(
    [words.workload, `${own} / ${words.promises}`, `${own} / ${words.floor}`, words.floor, words.pays],
    workloads.map(({ name, program = name, title }) => [
      title,
      ratio(name, 'bare promises'),
      ratio(name, 'engine floor'),
      floors[program]?.floor ?? '–',
      floors[program]?.pays ?? '–',
    ]),
  );
}

/**
 * One of many in a line, beside one of few: there as many wait in other lines, or the few are alone.
 *
 * @param {readonly Workload[]} workloads
 * @returns {(Workload & { few: Workload, alone: boolean })[]}
 */
export function crowds(workloads) {
  const lineOf = (/** @type {Workload} */ { size = 0, line = size }) => line;
  return workloads.flatMap((many) =>
    workloads
      .filter((few) => few.program === many.program && lineOf(few) < lineOf(many))
      .map((few) => ({ ...many, few, alone: few.size !== many.size })),
  );
}

/**
 * How many times what one of few takes, one of many takes.
 *
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads - Those with a size.
 * @param {readonly Implementation[]} implementations
 */
export function sizeTable(figures, workloads, implementations, words = ENGLISH) {
  const columns = measured(figures, workloads, implementations);
  return table(
    [words.workload, ...columns.map(({ name }) => name)],
    crowds(workloads).map(({ few, ...many }) => [
      `${many.title} : ${few.title}`,
      ...columns.map(({ name }) => {
        const [small, large] = [few, many].map((workload) => figures[workload.name]?.[name]?.cpu);
        return times(small === undefined || large === undefined ? undefined : large / small);
      }),
    ]),
  );
}

/**
 * How many times less our styles take than the fastest of a kind.
 *
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
export function ratioTable(figures, workloads, implementations, words = ENGLISH) {
  const mine = implementations.filter(({ kind }) => kind === 'ours');
  const rivals = /** @type {const} */ (['cpython', 'uvloop']).filter((kind) =>
    implementations.some((other) => other.kind === kind),
  );
  const columns = mine.flatMap(({ name }) => rivals.map((kind) => ({ name, kind })));
  const ratio = (/** @type {Workload} */ workload, /** @type {typeof columns[number]} */ { name, kind }) => {
    const key = keyOf(workload);
    const own = figures[workload.name]?.[name]?.[key];
    const theirs = best(figures, implementations, kind, workload.name, key);
    return own === undefined || theirs === undefined ? undefined : theirs / own;
  };
  const rows = workloads.map((workload) => [
    workload.title,
    ...columns.map((column) => times(ratio(workload, column))),
  ]);
  // Without the waiters that are cancelled: CPython looks through all of them, which would count for hundreds.
  const timed = workloads.filter(({ kind, size }) => kind === undefined && size === undefined);
  if (timed.length > 1) {
    const mean = (/** @type {typeof columns[number]} */ column) =>
      geometricMean(timed.map((workload) => ratio(workload, column)).filter((value) => value !== undefined));
    rows.push([`**${words.mean}**`, ...columns.map((column) => times(mean(column)))]);
  }
  const title = { cpython: 'CPython', uvloop: 'uvloop' };
  return table([words.workload, ...columns.map(({ name, kind }) => `${name} : ${title[kind]}`)], rows);
}

/**
 * The best of a kind.
 *
 * @param {Figures} figures
 * @param {readonly Implementation[]} implementations
 * @param {Implementation['kind']} kind
 * @param {string} workload
 * @param {'cpu' | 'rss'} key
 * @returns {number | undefined}
 */
export function best(figures, implementations, kind, workload, key) {
  const values = implementations
    .filter((implementation) => implementation.kind === kind)
    .map(({ name }) => figures[workload]?.[name]?.[key])
    .filter((value) => value !== undefined);
  return values.length === 0 ? undefined : Math.min(...values);
}

/**
 * What has changed: new over old, below 1 is better now.
 *
 * @param {Figures} before
 * @param {Figures} after
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
export function changeTable(before, after, workloads, implementations) {
  const columns = measured(after, workloads, implementations);
  return table(
    ['now / before', ...columns.map(({ name }) => name)],
    workloads.map((workload) => [
      workload.title,
      ...columns.map((implementation) => {
        const key = keyOf(workload);
        const old = before[workload.name]?.[implementation.name];
        const now = after[workload.name]?.[implementation.name];
        if (old?.[key] === undefined || now?.[key] === undefined) return '–';
        const change = now[key] / old[key];
        // A change within the spread of either run tells nothing.
        const noise = Math.max(old.spread, now.spread);
        return Math.abs(change - 1) <= noise ? `(${change.toFixed(2)})` : change.toFixed(2);
      }),
    ]),
  );
}
