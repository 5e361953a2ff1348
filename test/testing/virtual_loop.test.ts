import * as asyncio from 'asyncio-ts';
import { VirtualTimeLoop, run_virtual, run_virtual_async } from 'asyncio-ts/testing';
import { failOnNoise, outcome, settled } from '../support/outcomes';
import { inEveryStyle } from '../support/styles';

failOnNoise();

const now = (): number => asyncio.get_running_loop().time();

inEveryStyle('virtual time', ({ coroutine, debug }) => {
  const run = <T>(main: () => asyncio.Coroutine<T>): Promise<T> => run_virtual_async(main, { debug });

  test('starts at 0 and jumps exactly to each deadline', async () => {
    const deadlines = [0.1, 0.7, 0.7000001, 1e3 / 3, 1e9 + 0.1];
    const seen: number[] = [];
    const main = coroutine(
      async () => {
        seen.push(now());
        for (const when of deadlines) {
          const future = asyncio.get_running_loop().create_future<null>();
          asyncio.get_running_loop().call_at(when, () => future.set_result(null));
          await future;
          seen.push(now());
        }
      },
      function* () {
        seen.push(now());
        for (const when of deadlines) {
          const future = asyncio.get_running_loop().create_future<null>();
          asyncio.get_running_loop().call_at(when, () => future.set_result(null));
          yield* future;
          seen.push(now());
        }
      },
    );
    await run(main);
    expect(seen).toEqual([0, ...deadlines]);
  });

  test('stands still as long as anything is ready', async () => {
    const main = coroutine(
      async () => {
        const timer = asyncio.get_running_loop().call_later(1e-6, () => undefined);
        for (let turn = 0; turn < 1200; turn++) await asyncio.sleep(0);
        timer.cancel();
        return now();
      },
      function* () {
        const timer = asyncio.get_running_loop().call_later(1e-6, () => undefined);
        for (let turn = 0; turn < 1200; turn++) yield* asyncio.sleep(0);
        timer.cancel();
        return now();
      },
    );
    await expect(run(main)).resolves.toBe(0);
  });

  test('passes over a deadline that was cancelled', async () => {
    const main = coroutine(
      async () => {
        const timer = asyncio.get_running_loop().call_later(1, () => undefined);
        asyncio.get_running_loop().call_soon(() => timer.cancel());
        await asyncio.sleep(5);
        return now();
      },
      function* () {
        const timer = asyncio.get_running_loop().call_later(1, () => undefined);
        asyncio.get_running_loop().call_soon(() => timer.cancel());
        yield* asyncio.sleep(5);
        return now();
      },
    );
    await expect(run(main)).resolves.toBe(5);
  });

  test('runs together what is due within its resolution', async () => {
    const seen: [string, number][] = [];
    const main = coroutine(
      async () => {
        const loop = asyncio.get_running_loop();
        loop.call_at(1 + 2e-9, () => seen.push(['later', loop.time()]));
        loop.call_at(1 + 5e-10, () => seen.push(['almost', loop.time()]));
        loop.call_at(1, () => seen.push(['first', loop.time()]));
        await asyncio.sleep(2);
      },
      function* () {
        const loop = asyncio.get_running_loop();
        loop.call_at(1 + 2e-9, () => seen.push(['later', loop.time()]));
        loop.call_at(1 + 5e-10, () => seen.push(['almost', loop.time()]));
        loop.call_at(1, () => seen.push(['first', loop.time()]));
        yield* asyncio.sleep(2);
      },
    );
    await run(main);
    expect(seen).toEqual([
      ['first', 1],
      ['almost', 1],
      ['later', 1 + 2e-9],
    ]);
  });

  test('says at a deadlock which tasks wait, and in which coroutines', async () => {
    const take = coroutine(
      async (queue: asyncio.Queue) => await queue.get(),
      function* (queue: asyncio.Queue) {
        return yield* queue.get();
      },
      'take',
    );
    const main = coroutine(
      async () => {
        const task = asyncio.create_task(take(new asyncio.Queue()), { name: 'taker' });
        await asyncio.sleep(1);
        await task;
      },
      function* () {
        const task = asyncio.create_task(take(new asyncio.Queue()), { name: 'taker' });
        yield* asyncio.sleep(1);
        yield* task;
      },
      'main',
    );
    const said = await settled(run(main));
    expect(said).toMatch(/^RuntimeError: the event loop waits for something that can never happen/);
    expect(said).toMatch(/\n {2}<Task pending name='Task-\d+' coro=<main\(\) running.*> wait_for=<Task pending/);
    expect(said).toMatch(/\n {2}<Task pending name='taker' coro=<take\(\) running.*>, in take\(\) > Queue\.get\(\)$/m);
  });

  test('waits for a promise of the host, which takes no time', async () => {
    const later = (): Promise<string> => new Promise((resolve) => setImmediate(() => setImmediate(resolve, 'read')));
    const main = coroutine(
      async () => [await later(), await asyncio.wrap_future(later()), now()],
      function* () {
        return [yield* asyncio.await_(later()), yield* asyncio.wrap_future(later()), now()];
      },
    );
    await expect(run(main)).resolves.toEqual(['read', 'read', 0]);
  });

  test('finds a deadlock that comes after a promise of the host', async () => {
    const later = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const main = coroutine(
      async () => {
        await later();
        await asyncio.get_running_loop().create_future();
      },
      function* () {
        yield* asyncio.await_(later());
        yield* asyncio.get_running_loop().create_future();
      },
    );
    await expect(settled(run(main))).resolves.toMatch(
      /^RuntimeError: the event loop waits for something that can never/,
    );
  });

  test('lets the host have its turn while a program never waits', async () => {
    let stop = false;
    const main = coroutine(
      async () => {
        setTimeout(() => (stop = true), 1);
        while (!stop) await asyncio.sleep(0);
      },
      function* () {
        setTimeout(() => (stop = true), 1);
        while (!stop) yield* asyncio.sleep(0);
      },
    );
    await run(main);
    expect(stop).toBe(true);
  });
});

describe('native bodies on virtual time', () => {
  test('go on as long as microtasks can, before the clock jumps', async () => {
    const seen: string[] = [];
    const main = asyncio.coroutine(async () => {
      const timer = asyncio.create_task(async () => {
        await asyncio.sleep(1);
        seen.push(`timer at ${String(now())}`);
      });
      for (let index = 0; index < 100; index++) await Promise.resolve();
      await new Promise((resolve) => queueMicrotask(() => resolve(null)));
      seen.push(`microtasks at ${String(now())}`);
      await timer;
    });
    await run_virtual_async(main);
    expect(seen).toEqual(['microtasks at 0', 'timer at 1']);
  });
});

describe('run_virtual', () => {
  test('returns the result when the program has ended', () => {
    const simple = asyncio.coroutine(function* () {
      yield* asyncio.sleep(0.1);
      yield* asyncio.sleep(0.6);
      return [now(), asyncio.get_running_loop().get_debug(), asyncio.get_running_loop().constructor.name];
    });
    expect(run_virtual(simple())).toEqual([0.7, false, 'VirtualTimeLoop']);
    expect(run_virtual(simple, { debug: true })).toEqual([0.7, true, 'VirtualTimeLoop']);
  });

  test('hits deadlines exactly, though their distance may not be a number', () => {
    const seen = asyncio.coroutine(function* () {
      const times: number[] = [];
      const loop = asyncio.get_running_loop();
      for (const when of [0.1, 0.7, 1e9 + 0.1]) {
        const future = loop.create_future<null>();
        loop.call_at(when, () => future.set_result(null));
        yield* future;
        times.push(loop.time());
      }
      return times;
    });
    expect(run_virtual(seen)).toEqual([0.1, 0.7, 1e9 + 0.1]);
  });

  test('says at a deadlock which tasks wait', () => {
    const stuck = asyncio.coroutine(function* stuck() {
      yield* new asyncio.Event().wait();
    });
    expect(outcome(() => run_virtual(stuck))).toMatch(
      /can never happen.*\n {2}<Task pending name='Task-\d+' coro=<stuck\(\) running> .*>, in stuck\(\) > Event\.wait\(\)$/,
    );
  });

  test('refuses what needs the host', () => {
    const native = asyncio.coroutine(async () => {
      await asyncio.sleep(0);
    });
    expect(outcome(() => run_virtual(native))).toMatch(/^RuntimeError: the program needs a native async body to go on/);
  });

  test('refuses keywords that it does not know', async () => {
    const nothing = asyncio.coroutine(function* () {});
    expect(outcome(() => run_virtual(nothing, { speed: 1 } as never))).toBe(
      "TypeError: run_sync() got an unexpected keyword argument 'speed'",
    );
    await expect(settled(run_virtual_async(nothing, { speed: 1 } as never))).resolves.toBe(
      "TypeError: run() got an unexpected keyword argument 'speed'",
    );
  });
});

describe('VirtualTimeLoop', () => {
  test('is a loop like any other', async () => {
    const loop = new VirtualTimeLoop();
    expect([loop.time(), loop.seed, asyncio.repr(loop)]).toEqual([
      0,
      null,
      '<VirtualTimeLoop running=False closed=False debug=False>',
    ]);
    await loop.run_until_complete(asyncio.sleep(1.5));
    expect(loop.time()).toBe(1.5);
    loop.close();
  });

  test('refuses what is no seed', () => {
    for (const [seed, said] of [
      [1.5, 'TypeError: a seed must be an integer, not 1.5'],
      ['1', "TypeError: a seed must be an integer, not '1'"],
      [-1, 'ValueError: a seed must be between 0 and 2**32 - 1, not -1'],
      [2 ** 32, 'ValueError: a seed must be between 0 and 2**32 - 1, not 4294967296'],
    ] as const) {
      expect(outcome(() => new VirtualTimeLoop({ seed: seed as number }))).toBe(said);
    }
    const loop = new VirtualTimeLoop({ seed: 2 ** 32 - 1 });
    expect(loop.seed).toBe(4294967295);
    loop.close();
  });
});
