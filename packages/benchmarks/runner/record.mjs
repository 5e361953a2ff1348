/** What is kept of a run: the figures, and all that has to be known about them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';

import { PACKAGE } from './build.mjs';

/**
 * @typedef {object} Record
 * @property {string} command
 * @property {string} date - Of the end.
 * @property {string} revision - Of the sources, as git names it; with a `+` if there were changes since.
 * @property {string} node
 * @property {string} library - What of it was measured.
 * @property {{ processor: string, processors: number, memory: number, system: string }} machine - Memory in GiB.
 * @property {Readonly<{ [name: string]: string }>} peers - The versions of other libraries.
 * @property {number} runs
 * @property {readonly { name: string, kind: import('./implementations.mjs').Implementation['kind'] }[]} implementations
 * @property {import('./measure.mjs').Figures} figures
 */

/**
 * @param {string} library
 * @param {number} runs
 * @param {readonly import('./implementations.mjs').Implementation[]} implementations
 * @param {import('./measure.mjs').Figures} figures
 * @returns {Record}
 */
export function record(library, runs, implementations, figures) {
  /** @type {{ devDependencies: { [name: string]: string } }} */
  const { devDependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const peers = Object.entries(devDependencies).filter(([name]) => !/^(asyncio-ts|esbuild)$/.test(name));
  return {
    command: `npm run bench -- ${process.argv.slice(2).join(' ')}`,
    date: new Date().toISOString().slice(0, 10),
    revision: revision(),
    node: process.version,
    library,
    machine: {
      processor: cpus()[0]?.model ?? 'unknown',
      processors: cpus().length,
      memory: Math.round(totalmem() / 2 ** 30),
      system: type(),
    },
    peers: Object.fromEntries(peers),
    runs,
    implementations: implementations.map(({ name, kind }) => ({ name, kind })),
    figures,
  };
}

/** Empty where there is no git. */
function revision() {
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync('git', args, { cwd: PACKAGE, encoding: 'utf8' }).stdout ?? '';
  const changed = git('status', '--porcelain', '--', '../asyncio/src', '../compiler/src', '.', ':!results') !== '';
  return git('rev-parse', '--short', 'HEAD').trim() + (changed ? '+' : '');
}
