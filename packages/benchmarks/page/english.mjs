/** The page's words, in English. */
import { FLOORS } from '../runner/floors.mjs';
import { ENGLISH } from '../runner/tables.mjs';

export const WORDS = ENGLISH;
export const floors = FLOORS;

/** @param {import('../runner/workloads.mjs').Workload} workload */
export const title = (workload) => workload.title;

export const GOALS = {
  cpythonNamed:
    'Generator style, geometric mean over spawn, sleep(0), futures, queues, locks, gather, cancel: at least 5 times as fast as CPython',
  uvloopNamed: '… at least 3 times as fast as uvloop',
  cpythonMean:
    'The same over all that is no I/O, timers, deep awaits and asynchronous generators too: at least 5 times CPython',
  uvloopMean: '… at least 3 times as fast as uvloop',
  uvloopEach: '… none below 1.5 times uvloop, but the next two',
  storm: 'The cancel storm, and one of many who wait that is cancelled: at least 0.8 times CPython',
  deepUvloop: 'Deep awaits: at least as fast as uvloop',
  deepFloor: '… at most 1.3 times what bare generators take',
  peers: 'Ahead of Effection and of Effect on each, the cancelled one included: at least 1',
  compiled: 'Compiled style takes at most 1.3 times what generator style takes',
  untrackedCpython: 'Wrapped style, untracked, geometric mean: ahead of CPython',
  untrackedUvloop: '… and of uvloop',
  trackedCpython: 'Wrapped style, tracked, geometric mean: ahead of CPython',
  echo: 'TCP echo: ahead of uvloop, unless bare `node:net` is behind it as well',
  echoNode: '… at most 1.15 times what bare `node:net` takes',
  memory: "Memory of a sleeping task: less than CPython's",
  growth: 'Ten times the work takes ten times the time: slope at most 1.15',
  waiters:
    'To cancel one of 100,000 in a line takes what one of 10 takes while as many wait in other lines: at most 1.15 times (in brackets: of 10 who are alone in the process; they die young, and the collector never copies them)',
  start: 'The import adds less than 30 ms of processor time to bare Node',
};

/** @type {import('./page.mjs').Texts} */
export const TEXTS = {
  title: 'How fast it is',
  description:
    'What asyncio-ts costs, next to CPython, uvloop, bare promises, Effection and Effect, and how that was measured.',
  intro: `Each workload is a set of programs that do the same job: in this library's three styles, in Python for CPython and uvloop,
and for other libraries as their readers would write it. Each run is a process of its own, and all take turns (A B C A B C …),
so that whatever else the machine does meets them alike. Shown are medians of the processor time of the whole process,
garbage collectors included. The first iterations, in which engines translate and learn, are not counted. The
commands:`,
  machine: 'Measured with',
  rows: {
    processor: 'processor',
    processors: 'processors',
    memory: 'memory',
    system: 'system',
    peers: 'libraries',
    pythons: 'Python',
    library: 'asyncio-ts',
    date: 'date',
    runs: 'runs of each',
  },
  goals: 'What is wanted, and what is reached',
  goalsIntro: `The figures come from the tables below: the mean, or the worst workload. What isn't reached is marked, and why it isn't
stands in [How the kernel works](contributing/kernel.md#what-is-not-reached).`,
  goalHeads: ['wanted', 'measured', 'worst at', 'reached'],
  yes: 'yes',
  no: '**no**',
  python: 'Beside CPython and uvloop',
  pythonIntro: `Debian's Python is an optimised build, pyenv's isn't; the ratios are to the faster one, workload by workload. Above 1 this
library is faster. Wrapped style is measured with the host's tracking (hooks into promises, which make each \`await\` of a
Node 20 process dearer) and without (\`asyncio.set_host_tracking(false)\`).`,
  ratios: 'How many times faster',
  times: 'Processor time of one operation, in microseconds',
  peers: 'Beside other libraries',
  peersIntro: 'In microseconds of processor time; a dash where a library has nothing of the kind.',
  floors: 'Beside what the engine does',
  floorsIntro: "How many times the time of bare promises, and of what the engine itself can't do without.",
  waiters: 'One of many is cancelled',
  waitersIntro: `How many times the time of one among ten who wait: while as many wait in other lines, where nothing but the length of the
line differs; and while nobody else does, where the collector has next to nothing to copy. CPython looks through the line.`,
  memory: 'Memory and start',
  growth: 'How time grows with the work',
  growthIntro: `The slope of total time over a hundredth, a tenth and all of the work, both logarithmic: 1 is in proportion, less where much
is done but once. In brackets the slope of the greater two.`,
};
