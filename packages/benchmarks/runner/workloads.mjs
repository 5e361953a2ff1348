/**
 * What is measured. A program of the same name exists per implementation: `programs/NAME.generator.ts`, `NAME.compiled.ts`,
 * `NAME.wrapped.ts`, `NAME.promises.ts`, and so on, where it fits (`runner/implementations.mjs`), `NAME.py`. All of them get
 * the same counts.
 */

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} title - For tables.
 * @property {number} count - Operations of the measured part: about a second of CPython's time (`brief.mjs`), unless the
 *   title says how many. Its hundredth fits as well.
 * @property {number} warmUp - Operations before it, in the same process and the same loop.
 * @property {string} [program] - The programs' name, if it is another.
 * @property {number} [size] - How many wait, where one of them is cancelled.
 * @property {number} [line] - How many of them wait for the same thing: all, if it isn't said.
 * @property {number} [divisor] - Python does only this part of the operations.
 * @property {true} [io] - It is about sockets or processes, more than about the loop.
 * @property {'memory' | 'start'} [kind] - Memory is measured, or how a process starts, instead of operations.
 */

/** @type {readonly Workload[]} */
export const WORKLOADS = [
  { name: 'spawn_await', title: 'spawn a task and await it', count: 200_000, warmUp: 100_000 },
  { name: 'spawn_gather', title: 'spawn by gather, 1000 at a time', count: 200_000, warmUp: 100_000 },
  { name: 'task_groups', title: 'spawn by task groups, 100 at a time', count: 400_000, warmUp: 100_000 },
  { name: 'sleep0_one', title: 'sleep(0), one task', count: 1_000_000, warmUp: 150_000 },
  { name: 'sleep0_many', title: 'sleep(0), 1000 tasks', count: 1_000_000, warmUp: 300_000 },
  { name: 'future_ping_pong', title: 'two tasks, a future back and forth', count: 400_000, warmUp: 50_000 },
  { name: 'call_soon_chain', title: 'chain of call_soon', count: 2_000_000, warmUp: 150_000 },
  { name: 'queue_one_to_one', title: 'queue of 100, one to one', count: 1_000_000, warmUp: 200_000 },
  { name: 'queue_ten_to_ten', title: 'queue of 10, ten to ten', count: 300_000, warmUp: 100_000 },
  { name: 'lock_contention', title: '100 tasks at a lock', count: 200_000, warmUp: 50_000 },
  { name: 'semaphore_contention', title: '100 tasks at a semaphore of 10', count: 200_000, warmUp: 50_000 },
  { name: 'wait_for_ready', title: 'wait_for of what is ready', count: 200_000, warmUp: 50_000 },
  { name: 'timeout_ready', title: 'timeout around what is ready', count: 200_000, warmUp: 50_000 },
  { name: 'async_generators', title: 'item of an asynchronous generator', count: 10_000_000, warmUp: 200_000 },
  {
    name: 'async_generators_awaiting',
    title: 'item of an asynchronous generator, the body awaits',
    count: 5_000_000,
    warmUp: 200_000,
  },
  {
    name: 'context_variables',
    title: 'context variable set, seen after sleep(0), reset',
    count: 1_000_000,
    warmUp: 200_000,
  },
  { name: 'cancel_storm', title: 'spawn and cancel, 1000 at a time', count: 100_000, warmUp: 50_000 },
  ...waiters('lock'),
  ...waiters('event'),
  ...waiters('queue'),
  { name: 'deep_await', title: '50 awaits deep, no suspension', count: 100_000, warmUp: 20_000 },
  { name: 'deep_await_suspended', title: '50 awaits deep, one suspension', count: 100_000, warmUp: 10_000 },
  { name: 'deep_resume', title: 'resume 50 awaits deep', count: 200_000, warmUp: 50_000 },
  { name: 'timers', title: '100,000 timers, half of them cancelled', count: 100_000, warmUp: 10_000 },
  { name: 'sleeping_tasks', title: '100,000 tasks sleep and wake', count: 100_000, warmUp: 10_000 },
  {
    name: 'echo_streams',
    title: 'TCP echo of 1 KiB by streams, 100 connections, both ends',
    count: 50_000,
    warmUp: 10_000,
    io: true,
  },
  { name: 'echo_protocol', title: 'the same by protocols', count: 50_000, warmUp: 10_000, io: true },
  { name: 'bulk_streams', title: '1 MiB by one TCP stream, both ends', count: 1000, warmUp: 200, io: true },
  { name: 'subprocess_spawn', title: 'subprocess, from spawn to exit', count: 1000, warmUp: 30, io: true },
  { name: 'sleeping_memory', title: 'a sleeping task, of 100,000', count: 100_000, warmUp: 0, kind: 'memory' },
  { name: 'import_time', title: 'a process, until all is imported', count: 1, warmUp: 0, kind: 'start' },
];

/**
 * One of few, and one of many, which CPython looks through. The few once more in a process where as many wait, in other
 * lines: there nothing else differs from the many, neither what is alive nor what the collector has to do.
 *
 * @param {'lock' | 'event' | 'queue'} thing - What is waited for.
 * @returns {Workload[]}
 */
function waiters(thing) {
  const program = `cancel_${thing}_waiter`;
  const counts = { program, count: 100_000, warmUp: 20_000 };
  const at = `at ${thing === 'event' ? 'an' : 'a'} ${thing}`;
  return [
    { ...counts, name: `${program}_of_10`, title: `cancel one of 10 ${at}`, size: 10 },
    {
      ...counts,
      name: `${program}_of_10_at_10000`,
      title: `cancel one of 10 at one of 10,000 ${thing}s`,
      size: 100_000,
      line: 10,
    },
    { ...counts, name: `${program}_of_100000`, title: `cancel one of 100,000 ${at}`, size: 100_000, divisor: 100 },
  ];
}
