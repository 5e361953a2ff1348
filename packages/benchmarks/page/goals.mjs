/** What the library wants to reach, and whether the figures say that it does. */
import { STEEPEST, steepness } from '../runner/slopes.mjs';
import { geometricMean } from '../runner/statistics.mjs';
import { best, crowds } from '../runner/tables.mjs';

/** @typedef {import('../runner/workloads.mjs').Workload} Workload */

/**
 * @typedef {object} Goal
 * @property {keyof typeof import('./english.mjs').GOALS} name
 * @property {number} worst - The figure that decides: the worst of all, or the mean. NaN if nothing was measured.
 * @property {string} [at] - The workload that it belongs to.
 * @property {number} [beside] - Another figure, which doesn't decide.
 * @property {boolean} holds
 */

/** What the goal for the means gives as examples of scheduling. */
const NAMED = [
  'spawn_await',
  'spawn_gather',
  'task_groups',
  'sleep0_one',
  'sleep0_many',
  'future_ping_pong',
  'queue_one_to_one',
  'queue_ten_to_ten',
  'lock_contention',
  'semaphore_contention',
  'cancel_storm',
];

const OURS = /** @type {const} */ (['generator', 'compiled', 'wrapped, untracked', 'wrapped, tracked']);

/**
 * @param {import('../runner/record.mjs').Record} comparison
 * @param {import('../runner/record.mjs').Record} growth
 * @param {readonly Workload[]} workloads
 * @returns {Goal[]}
 */
export function goals({ figures, implementations }, growth, workloads) {
  const timed = workloads.filter(({ kind, size }) => kind === undefined && size === undefined);
  const scheduling = timed.filter(({ io }) => io !== true);
  const named = scheduling.filter(({ name }) => NAMED.includes(name));
  const deep = scheduling.filter(({ name }) => name.startsWith('deep_'));
  const waiters = workloads.filter(({ size }) => size !== undefined);
  const storm = [...scheduling.filter(({ name }) => name === 'cancel_storm'), ...waiters];
  const echoes = timed.filter(({ name }) => name.startsWith('echo_'));
  const others = scheduling.filter((workload) => !deep.includes(workload) && !storm.includes(workload));

  const of =
    (/** @type {string} */ who) =>
    (/** @type {Workload} */ { name }) =>
      figures[name]?.[who]?.cpu ?? NaN;
  const fastest =
    (/** @type {'cpython' | 'uvloop'} */ kind) =>
    (/** @type {Workload} */ { name }) =>
      best(figures, implementations, kind, name, 'cpu') ?? NaN;
  const bytes = (/** @type {string} */ who) => figures['sleeping_memory']?.[who]?.rss ?? NaN;
  const start = (/** @type {string} */ who) => (figures['import_time']?.[who]?.cpu ?? NaN) * 1000;
  const peers = (/** @type {Workload} */ workload) =>
    Math.min(...['Effect', 'Effection'].map((peer) => of(peer)(workload)).filter((time) => !Number.isNaN(time)));

  /** @typedef {(workload: Workload) => number} Reading */
  const ratio = (/** @type {Reading} */ above, /** @type {Reading} */ below) => (/** @type {Workload} */ workload) =>
    above(workload) / below(workload);
  const aheadOfUvloop = (/** @type {Reading} */ reading) => (/** @type {Workload} */ workload) =>
    ratio(fastest('uvloop'), reading)(workload) >= 1;
  const [generator, compiled, untracked, tracked] = /** @type {[Reading, Reading, Reading, Reading]} */ (OURS.map(of));
  const crowded = (/** @type {boolean} */ alone) =>
    highest(
      crowds(workloads).filter((crowd) => crowd.alone === alone),
      ({ few, ...many }) => generator(many) / generator(few),
    );

  return [
    atLeast('cpythonNamed', 5, mean(named, ratio(fastest('cpython'), generator))),
    atLeast('uvloopNamed', 3, mean(named, ratio(fastest('uvloop'), generator))),
    atLeast('cpythonMean', 5, mean(scheduling, ratio(fastest('cpython'), generator))),
    atLeast('uvloopMean', 3, mean(scheduling, ratio(fastest('uvloop'), generator))),
    atLeast('uvloopEach', 1.5, lowest(others, ratio(fastest('uvloop'), generator))),
    atLeast('storm', 0.8, lowest(storm, ratio(fastest('cpython'), generator))),
    atLeast('deepUvloop', 1, lowest(deep, ratio(fastest('uvloop'), generator))),
    atMost('deepFloor', 1.3, highest(deep, ratio(generator, of('engine floor')))),
    atLeast('peers', 1, lowest([...scheduling, ...waiters], ratio(peers, generator))),
    atMost('compiled', 1.3, highest(scheduling, ratio(compiled, generator))),
    atLeast('untrackedCpython', 1, mean(scheduling, ratio(fastest('cpython'), untracked))),
    atLeast('untrackedUvloop', 1, mean(scheduling, ratio(fastest('uvloop'), untracked))),
    atLeast('trackedCpython', 1, mean(scheduling, ratio(fastest('cpython'), tracked))),
    {
      ...atLeast('echo', 1, lowest(echoes, ratio(fastest('uvloop'), generator))),
      holds: echoes.every((echo) => aheadOfUvloop(generator)(echo) || !aheadOfUvloop(of('bare promises'))(echo)),
    },
    atMost('echoNode', 1.15, highest(echoes, ratio(generator, of('bare promises')))),
    atMost('memory', 1, {
      worst: bytes('generator') / (best(figures, implementations, 'cpython', 'sleeping_memory', 'rss') ?? NaN),
    }),
    atMost(
      'growth',
      STEEPEST,
      highest(timed, (workload) => Math.max(...OURS.map((who) => steepness(growth.figures, workload, who).all))),
    ),
    { ...atMost('waiters', 1.15, crowded(false)), beside: crowded(true).worst },
    atMost('start', 30, { worst: start('generator') - start('engine floor') }),
  ];
}

/** @typedef {{ worst: number, at?: string }} Found */

/**
 * No mean is told of some of the workloads.
 *
 * @param {readonly Workload[]} workloads
 * @param {(workload: Workload) => number} read
 * @returns {Found}
 */
function mean(workloads, read) {
  return { worst: geometricMean(workloads.map(read)) };
}

/**
 * Who hasn't such a program is left out.
 *
 * @template {Workload} T
 * @param {readonly T[]} workloads
 * @param {(workload: T) => number} read
 * @returns {Found}
 */
function lowest(workloads, read) {
  const found = workloads.map((workload) => ({ worst: read(workload), at: workload.title }));
  const [first] = found.filter(({ worst }) => Number.isFinite(worst)).sort((a, b) => a.worst - b.worst);
  return first ?? { worst: NaN };
}

/** @type {typeof lowest} */
function highest(workloads, read) {
  const { worst, ...rest } = lowest(workloads, (workload) => -read(workload));
  return { worst: -worst, ...rest };
}

/**
 * @param {Goal['name']} name
 * @param {number} bound
 * @param {Found} found
 * @returns {Goal}
 */
function atLeast(name, bound, found) {
  return { name, ...found, holds: found.worst >= bound };
}

/** @type {typeof atLeast} */
function atMost(name, bound, found) {
  return { ...atLeast(name, -Infinity, found), holds: found.worst <= bound };
}
