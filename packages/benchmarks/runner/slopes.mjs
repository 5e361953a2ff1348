/** Whether ten times the work takes ten times the time. */
import { measure } from './measure.mjs';
import { slope } from './statistics.mjs';
import { table } from './tables.mjs';

/** @typedef {import('./workloads.mjs').Workload} Workload */

/** The counts that a slope is taken from are a workload's own, divided by these. */
const DIVISORS = [100, 10, 1];

/** What is steeper than this grows faster than the work. */
const STEEPEST = 1.15;

/**
 * @param {Workload} workload
 * @param {number} divisor
 * @returns {Workload}
 */
function part({ name, program = name, count, ...rest }, divisor) {
  return { ...rest, name: `${name}, ${String(count / divisor)}`, program, count: count / divisor };
}

/**
 * Measures the workloads, each with a hundredth, a tenth and all of its operations after the same warm-up, and gives a
 * table of the slopes of the total processor time, in logarithms; in brackets those of the greater two alone, where what a
 * program does once weighs less.
 *
 * @param {readonly Workload[]} workloads
 * @param {readonly import('./implementations.mjs').Implementation[]} implementations
 * @param {number} runs
 * @returns {string}
 */
export function slopeTable(workloads, implementations, runs) {
  const parts = workloads.flatMap((workload) => DIVISORS.map((divisor) => part(workload, divisor)));
  const figures = measure(parts, implementations, runs);
  const steepness = (/** @type {Workload} */ workload, /** @type {string} */ implementation) => {
    const points = DIVISORS.map((divisor) => part(workload, divisor)).map(({ name, count }) => {
      const each = figures[name]?.[implementation]?.cpu;
      return /** @type {const} */ ([count, each === undefined ? NaN : each * count]);
    });
    const [all, greater] = [slope(points), slope(points.slice(1))];
    if (Number.isNaN(all)) return '–';
    const text = `${all.toFixed(2)} (${greater.toFixed(2)})`;
    return Math.max(all, greater) > STEEPEST ? `**${text}**` : text;
  };
  return table(
    ['workload', ...implementations.map(({ name }) => name)],
    workloads.map((workload) => [workload.title, ...implementations.map(({ name }) => steepness(workload, name))]),
  );
}
