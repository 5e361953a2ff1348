/** Who does the work, and how a process of each is started. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { PACKAGE } from './build.mjs';

/**
 * @typedef {object} Implementation
 * @property {string} name
 * @property {'ours' | 'cpython' | 'uvloop' | 'promises'} kind
 * @property {(workload: import('./workloads.mjs').Workload) => string[] | null} command - Null if it has no such program.
 */

/**
 * The styles of this library. `suffix` tells two builds of it apart.
 *
 * @param {string} bundles - The folder of its bundles.
 * @param {string} suffix
 * @returns {Implementation[]}
 */
export function ours(bundles, suffix = '') {
  return [
    { name: `generator${suffix}`, kind: 'ours', command: node(bundles, 'generator', []) },
    { name: `compiled${suffix}`, kind: 'ours', command: node(bundles, 'compiled', []) },
    { name: `wrapped, untracked${suffix}`, kind: 'ours', command: node(bundles, 'wrapped', ['--no-tracking']) },
    { name: `wrapped, tracked${suffix}`, kind: 'ours', command: node(bundles, 'wrapped', []) },
  ];
}

/**
 * @param {string} bundles
 * @returns {Implementation}
 */
export function promises(bundles) {
  return { name: 'bare promises', kind: 'promises', command: node(bundles, 'promises', []) };
}

/**
 * @param {readonly import('./interpreters.mjs').Interpreter[]} interpreters
 * @returns {Implementation[]}
 */
export function pythons(interpreters) {
  /** @type {Implementation[]} */
  const all = [];
  for (const { executable, version, uvloop } of interpreters) {
    const name = version.join('.');
    all.push({ name: `CPython ${name}`, kind: 'cpython', command: python(executable, []) });
    if (uvloop) all.push({ name: `uvloop on ${name}`, kind: 'uvloop', command: python(executable, ['uvloop']) });
  }
  return all;
}

/**
 * @param {string} bundles
 * @param {string} program
 * @param {string[]} flags
 * @returns {Implementation['command']}
 */
function node(bundles, program, flags) {
  return ({ name, count, warmUp, memory }) => {
    const file = join(bundles, `${name}.${program}.mjs`);
    if (!existsSync(file)) return null;
    const options = memory === true ? ['--expose-gc'] : [];
    return [process.execPath, ...options, file, String(count), String(warmUp), ...flags];
  };
}

/**
 * @param {string} executable
 * @param {string[]} flags
 * @returns {Implementation['command']}
 */
function python(executable, flags) {
  return ({ name, count, warmUp }) => {
    const file = join(PACKAGE, 'programs', `${name}.py`);
    return existsSync(file) ? [executable, '-B', file, String(count), String(warmUp), ...flags] : null;
  };
}
