/**
 * `npm run bench -- [options]`: runs every program of every implementation and prints Markdown tables.
 *
 *   --runs N          runs of each program (7)
 *   --only A,B        workloads whose names contain A or B
 *   --who A,B         implementations whose names contain A or B
 *   --save FILE       keeps the figures
 *   --compare FILE    shows what has changed since they were kept
 *   --slopes          how time grows with the work, instead of how much it is
 *   --library DIR     the library's package folder (this workspace's)
 *   --against DIR     a second version of the library, measured in turn with the first
 *   --source          the library's source, although it is built
 *   --python COMMAND  this interpreter; may be given several times (those on the path, and pyenv's newest)
 *   --wall            the wall clock too
 *   --cold            no warm-up
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { brief } from './brief.mjs';
import { LIBRARY, bundle } from './build.mjs';
import { FLOORS } from './floors.mjs';
import { others, ours, pythons } from './implementations.mjs';
import { findInterpreters } from './interpreters.mjs';
import { measure } from './measure.mjs';
import { record } from './record.mjs';
import { measureGrowth, slopeTable } from './slopes.mjs';
import { changeTable, floorTable, memoryTable, ratioTable, sizeTable, startTable, timeTable } from './tables.mjs';
import { WORKLOADS } from './workloads.mjs';

/** @typedef {import('./workloads.mjs').Workload} Workload */
/** @typedef {import('./implementations.mjs').Implementation} Implementation */

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    who: { type: 'string', default: '' },
    save: { type: 'string' },
    compare: { type: 'string' },
    slopes: { type: 'boolean', default: false },
    library: { type: 'string', default: LIBRARY },
    against: { type: 'string' },
    source: { type: 'boolean', default: false },
    python: { type: 'string', multiple: true, default: [] },
    wall: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
  },
});

/**
 * @param {string} list
 * @returns {(entry: { name: string }) => boolean}
 */
const named = (list) => {
  const parts = list.split(',');
  return ({ name }) => parts.some((part) => name.includes(part));
};

const runs = Number(options.runs);
const folder = mkdtempSync(join(tmpdir(), 'asyncio-bench-'));
try {
  const { built } = await bundle(options.library, join(folder, 'a'), options.source);
  const candidates = [...ours(join(folder, 'a'))];
  if (options.against !== undefined) {
    await bundle(options.against, join(folder, 'b'), options.source);
    candidates.push(...ours(join(folder, 'b'), ' (against)'));
  }
  candidates.push(...others(join(folder, 'a')), ...pythons(findInterpreters(options.python)));

  const chosen = WORKLOADS.filter(named(options.only));
  const workloads = options.cold ? chosen.map((workload) => ({ ...workload, warmUp: 0 })) : chosen;
  const implementations = candidates.filter(named(options.who));
  const library = built ? 'the built package' : 'source';
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, medians of ${String(runs)} runs, ${library}${options.cold ? ', no warm-up' : ''}.\n`,
  );
  const figures = options.slopes ? growth(workloads, implementations) : comparison(workloads, implementations);
  if (options.save !== undefined) {
    const kept = record(library, runs, implementations, figures);
    writeFileSync(options.save, `${JSON.stringify(kept, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
function growth(workloads, implementations) {
  const grown = workloads.filter(({ kind, size }) => kind === undefined && size === undefined);
  const note = 'How time grows from a hundredth of the work to all of it (1 is in proportion, above 1.15 is too much)';
  const mine = implementations.filter(({ kind }) => kind === 'ours');
  const figures = measureGrowth(grown, mine, runs);
  console.log(`${note}:\n\n${slopeTable(figures, grown, mine)}\n`);
  return figures;
}

/**
 * @param {readonly Workload[]} workloads
 * @param {readonly Implementation[]} implementations
 */
function comparison(workloads, implementations) {
  const figures = measure(workloads, implementations, runs);
  const print = (/** @type {string} */ title, /** @type {string} */ table) => {
    console.log(`${title}:\n\n${table}\n`);
  };
  const timed = workloads.filter(({ kind }) => kind === undefined);
  const sized = workloads.filter(({ size }) => size !== undefined);
  if (timed.length > 0) {
    print('Processor time per operation, µs', timeTable(figures, timed, implementations, 'cpu'));
    if (options.wall) print('Wall clock per operation, µs', timeTable(figures, timed, implementations, 'wall'));
    print('Beside bare promises and the engine itself', floorTable(figures, timed, implementations, FLOORS));
  }
  if (sized.length > 0)
    print(
      'How many times the cost of one of 10, where as many wait elsewhere, and alone',
      sizeTable(figures, sized, implementations),
    );
  for (const workload of workloads) {
    if (workload.kind === 'memory') print('Memory of each', memoryTable(figures, [workload], implementations));
    if (workload.kind === 'start') print('Start', startTable(figures, workload, implementations));
  }
  if (implementations.some(({ kind }) => kind === 'cpython' || kind === 'uvloop')) {
    const note = 'How many times less than the faster CPython, and than uvloop (above 1 is better than they)';
    print(note, ratioTable(figures, workloads, implementations));
  }
  const short = brief(figures, workloads, implementations);
  if (short.length > 0) console.log(`Over too soon to trust, for want of operations: ${short.join('; ')}.\n`);
  if (options.compare !== undefined) {
    const { figures: before } = JSON.parse(readFileSync(options.compare, 'utf8'));
    print(`Since ${options.compare}`, changeTable(before, figures, workloads, implementations));
    console.log('In brackets: within the spread of the runs.\n');
  }
  return figures;
}
