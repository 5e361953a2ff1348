/**
 * `npm run bench -- [options]`: runs every program of every implementation and prints Markdown tables.
 *
 *   --runs N          runs of each program (7)
 *   --only A,B        workloads whose names contain A or B
 *   --who A,B         implementations whose names contain A or B
 *   --save FILE       keeps the figures
 *   --compare FILE    shows what has changed since they were kept
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

import { LIBRARY, bundle } from './build.mjs';
import { ours, promises, pythons } from './implementations.mjs';
import { findInterpreters } from './interpreters.mjs';
import { measure } from './measure.mjs';
import { changeTable, memoryTable, ratioTable, timeTable } from './tables.mjs';
import { WORKLOADS } from './workloads.mjs';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    who: { type: 'string', default: '' },
    save: { type: 'string' },
    compare: { type: 'string' },
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
  candidates.push(promises(join(folder, 'a')), ...pythons(findInterpreters(options.python)));

  const chosen = WORKLOADS.filter(named(options.only));
  const workloads = options.cold ? chosen.map((workload) => ({ ...workload, warmUp: 0 })) : chosen;
  const implementations = candidates.filter(named(options.who));
  const figures = measure(workloads, implementations, runs);

  const timed = workloads.filter(({ memory }) => memory !== true);
  const memory = workloads.filter((workload) => workload.memory === true);
  const library = built ? 'the built package' : 'source';
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, medians of ${String(runs)} runs, ${library}${options.cold ? ', no warm-up' : ''}.\n`,
  );
  if (timed.length > 0) {
    console.log(`Processor time per operation, µs:\n\n${timeTable(figures, timed, implementations, 'cpu')}\n`);
    if (options.wall)
      console.log(`Wall clock per operation, µs:\n\n${timeTable(figures, timed, implementations, 'wall')}\n`);
  }
  if (memory.length > 0) console.log(`${memoryTable(figures, memory, implementations)}\n`);
  if (implementations.some(({ kind }) => kind === 'cpython' || kind === 'uvloop')) {
    const note = 'How many times less than the faster CPython, and than uvloop (above 1 is better than they)';
    console.log(`${note}:\n\n${ratioTable(figures, workloads, implementations)}\n`);
  }
  if (options.compare !== undefined) {
    const { figures: before } = JSON.parse(readFileSync(options.compare, 'utf8'));
    console.log(`${changeTable(before, figures, workloads, implementations)}\n`);
    console.log('In brackets: within the spread of the runs.\n');
  }
  if (options.save !== undefined) {
    writeFileSync(options.save, `${JSON.stringify({ node: process.version, runs, figures }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
