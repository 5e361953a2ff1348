/**
 * Whether enough was measured. Engines translate and collect in threads of their own, whose time counts: what is over in a
 * few hundredths of a second shows that more than what it is about.
 */
import { best } from './tables.mjs';

/** How many seconds the faster CPython has to be busy at least with its part. */
const ENOUGH = 0.2;

/**
 * @param {import('./measure.mjs').Figures} figures
 * @param {readonly import('./workloads.mjs').Workload[]} workloads
 * @param {Parameters<typeof best>[1]} implementations
 * @returns {string[]} The titles of the workloads that are too short.
 */
export function brief(figures, workloads, implementations) {
  return workloads
    .filter(({ kind }) => kind === undefined)
    .filter(({ name, count, divisor = 1 }) => {
      const each = best(figures, implementations, 'cpython', name, 'cpu');
      return each !== undefined && (each * count) / divisor < ENOUGH;
    })
    .map(({ title }) => title);
}
