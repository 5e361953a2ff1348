/**
 * What is measured. A program of the same name exists per implementation: `programs/NAME.generator.ts`, `NAME.compiled.ts`,
 * `NAME.wrapped.ts`, `NAME.promises.ts` (where bare promises can do the job), `NAME.py`. All of them get the same counts.
 */

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} title - For tables.
 * @property {number} count - Operations of the measured part: about a second of CPython's time.
 * @property {number} warmUp - Operations before it, in the same process and the same loop.
 * @property {boolean} [memory] - Memory is measured instead of time.
 */

/** @type {readonly Workload[]} */
export const WORKLOADS = [
  { name: 'spawn_await', title: 'spawn a task and await it', count: 200_000, warmUp: 100_000 },
  { name: 'spawn_gather', title: 'spawn by gather, 1000 at a time', count: 200_000, warmUp: 100_000 },
  { name: 'sleep0_one', title: 'sleep(0), one task', count: 400_000, warmUp: 150_000 },
  { name: 'sleep0_many', title: 'sleep(0), 1000 tasks', count: 1_000_000, warmUp: 300_000 },
  { name: 'future_ping_pong', title: 'two tasks, a future back and forth', count: 150_000, warmUp: 50_000 },
  { name: 'call_soon_chain', title: 'chain of call_soon', count: 400_000, warmUp: 150_000 },
  { name: 'deep_await', title: '50 awaits deep, no suspension', count: 100_000, warmUp: 20_000 },
  { name: 'deep_await_suspended', title: '50 awaits deep, one suspension', count: 50_000, warmUp: 10_000 },
  { name: 'deep_resume', title: 'resume 50 awaits deep', count: 200_000, warmUp: 50_000 },
  { name: 'sleeping_tasks', title: '100,000 tasks sleep and wake', count: 100_000, warmUp: 10_000 },
  {
    name: 'echo_streams',
    title: 'TCP echo of 1 KiB by streams, 100 connections, both ends',
    count: 50_000,
    warmUp: 10_000,
  },
  { name: 'echo_protocol', title: 'the same by protocols', count: 50_000, warmUp: 10_000 },
  { name: 'bulk_streams', title: '1 MiB by one TCP stream, both ends', count: 1000, warmUp: 200 },
  { name: 'sleeping_memory', title: 'a sleeping task, of 100,000', count: 100_000, warmUp: 0, memory: true },
];
