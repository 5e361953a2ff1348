/**
 * A million of each thing, one after another, leave the heap where it was.
 *
 * No life makes `function*`s in its loop: the engine keeps a list of the prototypes of all there were, which shrinks late.
 */
import { spawnSync } from 'node:child_process';
import { childProgram } from '../support/child';

const MILLION = 1_000_000;
/** Native bodies take longer, and each stands for all. */
const FIFTH = MILLION / 5;
/** What the heap may have grown by. */
const TOLERANCE = 2 ** 20;
/** A life that takes longer has grown worse than by its length. In milliseconds. */
const TIME_LIMIT = 120_000;

/** Bodies of coroutine functions of a number of times, by style. */
const WRAPPED_LIVES: Readonly<Record<string, string>> = {
  'tasks, in wrapped style': `
    const work = asyncio.coroutine(async () => { await asyncio.sleep(0); });
    for (let i = 0; i < times; i += 1000) {
      await asyncio.gather(...Array.from({ length: 1000 }, () => work()));
    }
  `,
  'cancelled tasks, in wrapped style': `
    const event = new asyncio.Event();
    const work = asyncio.coroutine(async () => {
      await asyncio.async_with(asyncio.timeout(1000), async () => { await event.wait(); });
    });
    for (let i = 0; i < times; i += 1000) {
      const tasks = Array.from({ length: 1000 }, () => asyncio.create_task(work()));
      await asyncio.sleep(0);
      for (const task of tasks) task.cancel();
      await asyncio.wait(tasks);
    }
  `,
};
const LIVES: Readonly<Record<string, string>> = {
  futures: `
    const loop = asyncio.get_running_loop();
    for (let i = 0; i < times; i++) {
      const future = loop.create_future();
      future.add_done_callback(() => undefined);
      if (i % 3 === 0) future.cancel();
      else future.set_result(i);
      if (i % 1000 === 0) yield* asyncio.sleep(0);
    }
  `,
  tasks: `
    const work = asyncio.coroutine(function* () { yield* asyncio.sleep(0); });
    for (let i = 0; i < times; i += 1000) {
      yield* asyncio.gather(...Array.from({ length: 1000 }, () => work()));
    }
  `,
  'failing and cancelled tasks': `
    const work = asyncio.coroutine(function* (fails) {
      if (fails) throw new asyncio.CancelledError();
      yield* asyncio.sleep(9);
    });
    for (let i = 0; i < times; i += 1000) {
      const tasks = Array.from({ length: 1000 }, (_, i) => asyncio.create_task(work(i % 2 === 0)));
      yield* asyncio.sleep(0);
      for (const task of tasks) task.cancel();
      yield* asyncio.wait(tasks);
    }
  `,
  timeouts: `
    let i = 0;
    const body = function* () { if (i % 1000 === 0) yield* asyncio.sleep(0); };
    for (; i < times; i++) yield* asyncio.async_with(asyncio.timeout(1000), body);
  `,
  'timeouts of wait_for': `
    const loop = asyncio.get_running_loop();
    const done = loop.create_future();
    done.set_result(null);
    for (let i = 0; i < times; i++) {
      yield* asyncio.wait_for(done, 1000);
      if (i % 1000 === 0) yield* asyncio.sleep(0);
    }
  `,
  'cancelled waiters': `
    const lock = new asyncio.Lock();
    const event = new asyncio.Event();
    const semaphore = new asyncio.Semaphore(0);
    const queue = new asyncio.Queue();
    const full = new asyncio.Queue(1);
    const condition = new asyncio.Condition();
    yield* lock.acquire();
    full.put_nowait(0);
    const wait = asyncio.coroutine(function* () { yield* asyncio.async_with(condition, () => condition.wait()); });
    const kinds = [
      () => lock.acquire(), () => event.wait(), () => semaphore.acquire(), () => queue.get(), () => full.put(1), wait,
    ];
    for (let i = 0; i < times; i += 600) {
      const tasks = Array.from({ length: 600 }, (_, i) => asyncio.create_task(kinds[i % 6]()));
      yield* asyncio.sleep(0);
      yield* asyncio.sleep(0);
      for (const task of tasks) task.cancel();
      yield* asyncio.wait(tasks);
    }
  `,
  'signals, shields and groups': `
    const { signal } = new AbortController();
    const forever = asyncio.get_running_loop().create_future();
    const child = asyncio.coroutine(function* () { yield* asyncio.sleep(0); });
    const nothing = function* () {};
    const eight = function* (group) { for (let i = 0; i < 8; i++) group.create_task(child()); };
    for (let i = 0; i < times; i += 10) {
      yield* asyncio.async_with(asyncio.from_signal(signal), nothing);
      asyncio.shield(forever).cancel();
      yield* asyncio.async_with(new asyncio.TaskGroup(), eight);
    }
  `,
};

/** Runs so many lives; gives the bytes that the heap has grown by. */
function growth(body: string, times: number, kind = 'function*'): number {
  const file = childProgram(`
    const live = asyncio.coroutine(${kind} (times) { ${body} });
    const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
    const heap = async () => {
      for (let i = 0; i < 5; i++) { await settled(); gc(); }
      return process.memoryUsage().heapUsed;
    };
    asyncio.run(async () => {
      // The engine compiles what is hot, and keeps the code: that is over by then.
      await live(${String(times / 5)});
      const before = await asyncio.wrap_future(heap());
      await live(${String(times)});
      console.log(await asyncio.wrap_future(heap()) - before);
    });
  `);
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['--expose-gc', file], {
    encoding: 'utf8',
    timeout: TIME_LIMIT,
  });
  const isNumber = /^-?\d+\n$/.test(stdout);
  if (stderr !== '' || !isNumber) throw new Error(`${stdout}${stderr}${signal ?? ''}`);
  return Number(stdout);
}

test.each(Object.entries(LIVES))(
  'a million: %s',
  (_name, body) => {
    expect(growth(body, MILLION)).toBeLessThan(TOLERANCE);
  },
  TIME_LIMIT,
);

test.each(Object.entries(WRAPPED_LIVES))(
  'two hundred thousand: %s',
  (_name, body) => {
    expect(growth(body, FIFTH, 'async function')).toBeLessThan(TOLERANCE);
  },
  TIME_LIMIT,
);

test('what is kept is seen', () => {
  const kept = `
    for (let i = 0; i < times; i++) globalThis.kept = [globalThis.kept, asyncio.get_running_loop().create_future()];
  `;
  expect(growth(kept, 20_000)).toBeGreaterThan(TOLERANCE);
});
