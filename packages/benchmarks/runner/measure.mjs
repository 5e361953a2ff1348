/** Runs the programs and gathers what they print. */
import { spawnSync } from 'node:child_process';

import { median, spread } from './statistics.mjs';

/**
 * Medians over all runs, per operation: seconds of processor time and of the wall clock, or bytes.
 *
 * @typedef {object} Figure
 * @property {number} [cpu]
 * @property {number} [wall]
 * @property {number} [rss]
 * @property {number} [heap]
 * @property {number} spread - Of `cpu` or `rss`: the middle half, as a share of the median.
 */

/** @typedef {Record<string, Record<string, Figure>>} Figures - By workload, then by implementation. */

/**
 * Every program is a process of its own, and the implementations take turns: A B C A B C …, so that whatever else the
 * machine does meets all of them alike.
 *
 * @param {readonly import('./workloads.mjs').Workload[]} workloads
 * @param {readonly import('./implementations.mjs').Implementation[]} implementations
 * @param {number} runs
 * @returns {Figures}
 */
export function measure(workloads, implementations, runs) {
  /** @type {Figures} */
  const figures = {};
  for (const workload of workloads) {
    /** @type {Map<string, Record<string, number>[]>} */
    const samples = new Map();
    for (let run = 0; run < runs; run++) {
      for (const { name, command, divisor } of implementations) {
        const line = command(part(workload, divisor));
        if (line === null) continue;
        process.stderr.write(`\r\x1b[K${workload.name} ${run + 1}/${runs} ${name}`);
        const list = samples.get(name) ?? [];
        samples.set(name, list);
        list.push(runOnce(line));
      }
    }
    figures[workload.name] = Object.fromEntries(
      implementations.flatMap(({ name, divisor }) => {
        const list = samples.get(name);
        return list === undefined ? [] : [[name, summarise(list, part(workload, divisor).count)]];
      }),
    );
  }
  process.stderr.write('\r\x1b[K');
  return figures;
}

/**
 * @param {import('./workloads.mjs').Workload} workload
 * @param {import('./implementations.mjs').Implementation['divisor']} divisor
 * @returns {import('./workloads.mjs').Workload} What of it an implementation does.
 */
function part(workload, divisor = () => 1) {
  const by = divisor(workload);
  return { ...workload, count: Math.ceil(workload.count / by), warmUp: Math.ceil(workload.warmUp / by) };
}

/**
 * @param {readonly string[]} line
 * @returns {Record<string, number>}
 */
function runOnce([command = '', ...args]) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`${[command, ...args].join(' ')}\nended with ${String(status)}\n${stdout}${stderr}`);
  return JSON.parse(stdout);
}

/**
 * @param {readonly Record<string, number>[]} samples
 * @param {number} count
 * @returns {Figure}
 */
function summarise(samples, count) {
  /** @type {Figure} */
  const figure = { spread: 0 };
  for (const key of /** @type {const} */ (['cpu', 'wall', 'rss', 'heap'])) {
    const values = samples.map((sample) => sample[key]).filter((value) => value !== undefined);
    if (values.length === 0) continue;
    figure[key] = median(values) / count;
    if (key === 'cpu' || key === 'rss') figure.spread = spread(values);
  }
  return figure;
}
