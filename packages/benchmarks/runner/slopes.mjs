/** Whether ten times the work takes ten times the time. */
import { measure } from './measure.mjs';
import { slope } from './statistics.mjs';
import { table } from './tables.mjs';

/** @typedef {import('./workloads.mjs').Workload} Workload */
/** @typedef {import('./measure.mjs').Figures} Figures */

/** The counts that a slope is taken from are a workload's own, divided by these. */
const DIVISORS = [100, 10, 1];

/** What is steeper than this grows faster than the work. */
export const STEEPEST = 1.15;

/**
 * @param {Workload} workload
 * @param {number} divisor
 * @returns {Workload}
 */
function part({ name, program = name, count, ...rest }, divisor) {
  return { ...rest, name: `${name}, ${String(count / divisor)}`, program, count: count / divisor };
}

/**
 * Measures the workloads, each with a hundredth, a tenth and all of its operations after the same warm-up.
 *
 * @param {readonly Workload[]} workloads
 * @param {readonly import('./implementations.mjs').Implementation[]} implementations
 * @param {number} runs
 * @returns {Figures} By the name of a part.
 */
export function measureGrowth(workloads, implementations, runs) {
  const parts = workloads.flatMap((workload) => DIVISORS.map((divisor) => part(workload, divisor)));
  return measure(parts, implementations, runs);
}

/**
 * How steeply the total processor time of a workload grows, in logarithms: over its three parts, and over the greater two
 * alone, where what a program does once weighs less. NaN where it wasn't measured.
 *
 * @param {Figures} figures
 * @param {Workload} workload
 * @param {string} implementation
 * @returns {{ all: number, greater: number }}
 */
export function steepness(figures, workload, implementation) {
  const points = DIVISORS.map((divisor) => part(workload, divisor)).map(({ name, count }) => {
    const each = figures[name]?.[implementation]?.cpu;
    return /** @type {const} */ ([count, each === undefined ? NaN : each * count]);
  });
  return { all: slope(points), greater: slope(points.slice(1)) };
}

/**
 * @param {Figures} figures
 * @param {readonly Workload[]} workloads
 * @param {readonly { name: string }[]} implementations
 * @returns {string}
 */
export function slopeTable(figures, workloads, implementations, head = 'workload') {
  const cell = (/** @type {Workload} */ workload, /** @type {string} */ implementation) => {
    const { all, greater } = steepness(figures, workload, implementation);
    if (Number.isNaN(all)) return '–';
    const text = `${all.toFixed(2)} (${greater.toFixed(2)})`;
    return Math.max(all, greater) > STEEPEST ? `**${text}**` : text;
  };
  return table(
    [head, ...implementations.map(({ name }) => name)],
    workloads.map((workload) => [workload.title, ...implementations.map(({ name }) => cell(workload, name))]),
  );
}
