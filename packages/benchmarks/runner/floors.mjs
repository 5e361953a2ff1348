/** What a workload can't do without, and what it pays for beyond that. */

/**
 * @typedef {object} Floor
 * @property {string} [program] - `programs/PROGRAM.floor.ts`. Without one, bare promises are the floor: the host does the work.
 * @property {string} floor - What that does.
 * @property {string} pays - What the difference pays for.
 */

const NEXT = { program: 'generator_next', floor: "a generator's next()" };
const LIFE = { program: 'generator_life', floor: 'a generator made and run to its end' };
const THROW = { program: 'generator_throw', floor: 'a generator made, begun, and an exception thrown through it' };
const HOST = { floor: 'as bare promises' };

const TASK = 'A task: its place in the queue, its context, its result, who waits for it.';
const CANCELLATION = 'A task and its end, the waiter taken out of its list, the CancelledError kept as a result.';

/** @type {Readonly<Record<string, Floor>>} */
export const FLOORS = {
  spawn_await: { ...LIFE, pays: TASK },
  spawn_gather: { ...LIFE, pays: 'A task, and the list that keeps the results in order.' },
  task_groups: { ...LIFE, pays: 'A task, and the group that would cancel its siblings.' },
  sleep0_one: { ...NEXT, pays: 'The turn of the loop: timers and I/O are looked at between two of them.' },
  sleep0_many: { ...NEXT, pays: 'The ready queue, and the context and the current task of each step.' },
  future_ping_pong: {
    program: 'future_ping_pong',
    floor: 'two generators, next() by turns',
    pays: 'Two futures, and a callback each that goes through the queue.',
  },
  call_soon_chain: {
    program: 'host_turn',
    floor: "a turn of the host's loop",
    pays: 'A handle with its context. Many turns of the loop share one of the host.',
  },
  queue_one_to_one: { ...NEXT, pays: 'A coroutine for put and one for get, and the items between them.' },
  queue_ten_to_ten: {
    ...NEXT,
    pays: 'A coroutine for put and one for get, futures of those who wait for a place or an item, woken in order.',
  },
  lock_contention: { ...NEXT, pays: 'The place in the list, the future waited for, sleep(0) inside, async with.' },
  semaphore_contention: { ...NEXT, pays: 'The place in the list, the future waited for, sleep(0) inside, async with.' },
  wait_for_ready: { ...LIFE, pays: 'The timer set and cancelled, and the timeout that would cancel the task.' },
  timeout_ready: { ...LIFE, pays: 'The timer set and cancelled, the timeout, async with.' },
  async_generators: {
    ...NEXT,
    pays: 'An awaitable for each item, which can be cancelled, and the end by an exception.',
  },
  async_generators_awaiting: { ...LIFE, pays: 'The same, and a coroutine object, which knows its state.' },
  context_variables: { ...NEXT, pays: 'As sleep(0), and a token, and a context of its own for each task.' },
  cancel_storm: { ...THROW, pays: 'A task, its timer set and cancelled, the CancelledError kept as its result.' },
  cancel_lock_waiter: { ...THROW, pays: CANCELLATION },
  cancel_event_waiter: { ...THROW, pays: CANCELLATION },
  cancel_queue_waiter: { ...THROW, pays: CANCELLATION },
  deep_await: {
    program: 'deep_await',
    floor: 'the same on bare generators',
    pays: '50 coroutine objects, which know their state and can be awaited once.',
  },
  deep_await_suspended: {
    program: 'deep_await_suspended',
    floor: 'the same on bare generators',
    pays: 'The coroutine objects, and a turn of the loop.',
  },
  deep_resume: {
    program: 'deep_resume',
    floor: 'the same on bare generators',
    pays: 'A turn of the loop, and the state of 50 coroutines kept exact.',
  },
  timers: { ...HOST, pays: 'A handle and its context, and the exact order of deadlines.' },
  sleeping_tasks: { ...LIFE, pays: 'A task, a future and a timer; among 100,000 each is a miss of the cache.' },
  echo_streams: { ...HOST, pays: 'Tasks that read and write, buffers with limits, drain.' },
  echo_protocol: { ...HOST, pays: "Transports: Python's order of calls, limits, and errors." },
  bulk_streams: { ...HOST, pays: 'The limits of the reader, which pauses and resumes the socket.' },
  subprocess_spawn: { ...HOST, pays: 'A transport and its pipes, and the order in which exit and ends are told.' },
  import_time: {
    program: 'import_time',
    floor: 'bare Node',
    pays: 'The library; what a program does not use is not loaded.',
  },
};
