/** Who does the work, and how a process of each is started. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { PACKAGE } from './build.mjs';
import { FLOORS } from './floors.mjs';

/**
 * @typedef {object} Implementation
 * @property {string} name
 * @property {'ours' | 'cpython' | 'uvloop' | 'promises' | 'peer' | 'floor'} kind
 * @property {(workload: import('./workloads.mjs').Workload) => string[] | null} command - Null if it has no such program.
 * @property {(workload: import('./workloads.mjs').Workload) => number} [divisor] - It does only this part of the operations,
 *   where all of them would take minutes.
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
 * The same work without any library, and what other libraries make of it.
 *
 * @param {string} bundles
 * @returns {Implementation[]}
 */
export function others(bundles) {
  const peers = ['Effect', 'p-queue', 'p-limit', 'async-mutex'];
  return [
    { name: 'engine floor', kind: 'floor', command: floor(bundles) },
    { name: 'bare promises', kind: 'promises', command: node(bundles, 'promises', []) },
    { name: 'Effection', kind: 'peer', command: node(bundles, 'effection', []), divisor: partOfEffection },
    ...peers.map((name) => {
      /** @type {Implementation} */
      const peer = { name, kind: 'peer', command: node(bundles, name.toLowerCase(), []) };
      return peer;
    }),
  ];
}

/**
 * Effection's tasks take tens of microseconds. What it does without making one is as quick as of others, and done in full.
 *
 * @type {Required<Implementation>['divisor']}
 */
function partOfEffection({ name }) {
  return /^(sleep0|future|deep)_/.test(name) ? 1 : 10;
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
    /** @type {Implementation['divisor']} */
    const divisor = ({ divisor: part = 1 }) => part;
    all.push({ name: `CPython ${name}`, kind: 'cpython', command: python(executable, []), divisor });
    if (uvloop)
      all.push({ name: `uvloop on ${name}`, kind: 'uvloop', command: python(executable, ['uvloop']), divisor });
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
  return (workload) => {
    const file = join(bundles, `${programOf(workload)}.${program}.mjs`);
    if (!existsSync(file)) return null;
    const options = workload.kind === 'memory' ? ['--expose-gc'] : [];
    return [process.execPath, ...options, file, ...numbers(workload), ...flags];
  };
}

/**
 * The floor is a program of its own where it has the workload's name, else what one operation can't do without.
 *
 * @param {string} bundles
 * @returns {Implementation['command']}
 */
function floor(bundles) {
  const command = node(bundles, 'floor', []);
  return (workload) => {
    const program = FLOORS[programOf(workload)]?.program;
    return program === undefined ? null : command({ ...workload, program });
  };
}

/** @param {import('./workloads.mjs').Workload} workload */
function programOf({ name, program = name }) {
  return program;
}

/** @param {import('./workloads.mjs').Workload} workload */
function numbers({ count, warmUp, size = 0, line = size }) {
  return [count, warmUp, size, line].map(String);
}

/**
 * @param {string} executable
 * @param {string[]} flags
 * @returns {Implementation['command']}
 */
function python(executable, flags) {
  return (workload) => {
    const file = join(PACKAGE, 'programs', `${programOf(workload)}.py`);
    return existsSync(file) ? [executable, '-B', file, ...numbers(workload), ...flags] : null;
  };
}
