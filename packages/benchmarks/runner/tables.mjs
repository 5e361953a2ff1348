/** Figures as Markdown. */
import { geometricMean } from './statistics.mjs';

/** @typedef {import('./measure.mjs').Figures} Figures */
/** @typedef {import('./measure.mjs').Figure} Figure */
/** @typedef {import('./workloads.mjs').Workload} Workload */
/** @typedef {import('./implementations.mjs').Implementation} Implementation */
/** @typedef {(figure: Figure | undefined) => number | undefined} Pick */

/** Three significant digits, or a dash. */
const number = (/** @type {number | undefined} */ value) =>
  value === undefined || Number.isNaN(value) ? '–' : value >= 1000 ? value.toFixed(0) : value.toPrecision(3);

const times = (/** @type {number | undefined} */ value) => (value === undefined ? '–' : `${value.toFixed(2)}×`);

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
function table(head, rows) {
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
export function timeTable(figures, workloads, implementations, key) {
  return table(
    ['workload', ...implementations.map(({ name }) => name)],
    workloads.map(({ name, title }) => [
      title,
      ...implementations.map((implementation) => {
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
export function memoryTable(figures, workloads, implementations) {
  return table(
    ['bytes', ...implementations.map(({ name }) => name)],
    workloads.flatMap(({ name, title }) =>
      /** @type {const} */ (['rss', 'heap']).map((key) => [
        `${title}: ${key === 'rss' ? 'resident memory' : 'live heap'}`,
        ...implementations.map((implementation) => figures[name]?.[implementation.name]?.[key]?.toFixed(0) ?? '–'),
      ]),
    ),
  );
}

/**
 * How many times less our styles take than the fastest of a kind.
 *
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
export function ratioTable(figures, workloads, implementations) {
  const mine = implementations.filter(({ kind }) => kind === 'ours');
  const rivals = /** @type {const} */ (['cpython', 'uvloop']).filter((kind) =>
    implementations.some((other) => other.kind === kind),
  );
  const columns = mine.flatMap(({ name }) => rivals.map((kind) => ({ name, kind })));
  const ratio = (
    /** @type {Workload} */ { name: workload, memory },
    /** @type {typeof columns[number]} */ { name, kind },
  ) => {
    const key = memory === true ? 'rss' : 'cpu';
    const own = figures[workload]?.[name]?.[key];
    const theirs = best(figures, implementations, kind, workload, key);
    return own === undefined || theirs === undefined ? undefined : theirs / own;
  };
  const rows = workloads.map((workload) => [
    workload.title,
    ...columns.map((column) => times(ratio(workload, column))),
  ]);
  const timed = workloads.filter(({ memory }) => memory !== true);
  if (timed.length > 1) {
    const mean = (/** @type {typeof columns[number]} */ column) =>
      geometricMean(timed.map((workload) => ratio(workload, column)).filter((value) => value !== undefined));
    rows.push(['**geometric mean, all times**', ...columns.map((column) => times(mean(column)))]);
  }
  const title = { cpython: 'CPython', uvloop: 'uvloop' };
  return table(['workload', ...columns.map(({ name, kind }) => `${name} : ${title[kind]}`)], rows);
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
function best(figures, implementations, kind, workload, key) {
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
  return table(
    ['now / before', ...implementations.map(({ name }) => name)],
    workloads.map(({ name, title, memory }) => [
      title,
      ...implementations.map((implementation) => {
        const key = memory === true ? 'rss' : 'cpu';
        const old = before[name]?.[implementation.name];
        const now = after[name]?.[implementation.name];
        if (old?.[key] === undefined || now?.[key] === undefined) return '–';
        const change = now[key] / old[key];
        // A change within the spread of either run tells nothing.
        const noise = Math.max(old.spread, now.spread);
        return Math.abs(change - 1) <= noise ? `(${change.toFixed(2)})` : change.toFixed(2);
      }),
    ]),
  );
}
