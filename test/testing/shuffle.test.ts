import * as asyncio from 'asyncio-ts';
import { VirtualTimeLoop, run_virtual, run_virtual_async } from 'asyncio-ts/testing';
import { randomNumbers } from '#asyncio/testing/random';
import { inEveryStyle } from '../support/styles';
import { failOnNoise } from '../support/outcomes';

failOnNoise();

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

/** What a program says under each seed, in the order of the seeds. */
async function orders(main: () => asyncio.Coroutine<string>): Promise<string[]> {
  const said: string[] = [];
  for (const seed of SEEDS) said.push(await run_virtual_async(main, { seed }));
  return said;
}

inEveryStyle('a seeded loop', ({ coroutine }) => {
  const program = (): (() => asyncio.Coroutine<string>) => {
    let words = '';
    const work = coroutine(
      async (name: string) => {
        words += name;
        await asyncio.sleep(0);
        words += name.toUpperCase();
      },
      function* (name: string) {
        words += name;
        yield* asyncio.sleep(0);
        words += name.toUpperCase();
      },
    );
    return coroutine(
      async () => {
        words = '';
        await asyncio.gather(work('a'), work('b'), work('c'));
        return words;
      },
      function* () {
        words = '';
        yield* asyncio.gather(work('a'), work('b'), work('c'));
        return words;
      },
    );
  };

  test('runs tasks that are ready together in every order', async () => {
    const said = await orders(program());
    expect(new Set(said.map((words) => words.slice(0, 3)))).toEqual(
      new Set(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']),
    );
    expect(new Set(said.map((words) => words.slice(3)))).toEqual(new Set(['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA']));
  });

  test('takes the same order again for the same seed', async () => {
    await expect(orders(program())).resolves.toEqual(await orders(program()));
  });

  test('keeps the order of asyncio without a seed', async () => {
    await expect(run_virtual_async(program())).resolves.toBe('abcABC');
  });

  test('runs what a task has registered before the next step of that task', async () => {
    const work = coroutine(
      async () => {
        const seen: string[] = [];
        asyncio.get_running_loop().call_soon(() => seen.push('callback'));
        await asyncio.sleep(0);
        seen.push('step');
        return seen.join();
      },
      function* () {
        const seen: string[] = [];
        asyncio.get_running_loop().call_soon(() => seen.push('callback'));
        yield* asyncio.sleep(0);
        seen.push('step');
        return seen.join();
      },
    );
    const main = coroutine(
      async () => (await asyncio.gather(...Array.from({ length: 5 }, () => work()))).join(';'),
      function* () {
        return (yield* asyncio.gather(...Array.from({ length: 5 }, () => work()))).join(';');
      },
    );
    expect(new Set(await orders(main))).toEqual(new Set([Array(5).fill('callback,step').join(';')]));
  });

  test('wakes tasks that wait for one future in any order', async () => {
    let words = '';
    const wait = coroutine(
      async (future: asyncio.Future<null>, name: string) => {
        await future;
        words += name;
      },
      function* (future: asyncio.Future<null>, name: string) {
        yield* future;
        words += name;
      },
    );
    const main = coroutine(
      async () => {
        words = '';
        const future = asyncio.get_running_loop().create_future<null>();
        const tasks = [...'abc'].map((name) => asyncio.create_task(wait(future, name)));
        await asyncio.sleep(0);
        future.set_result(null);
        await asyncio.wait(tasks);
        return words;
      },
      function* () {
        words = '';
        const future = asyncio.get_running_loop().create_future<null>();
        const tasks = [...'abc'].map((name) => asyncio.create_task(wait(future, name)));
        yield* asyncio.sleep(0);
        future.set_result(null);
        yield* asyncio.wait(tasks);
        return words;
      },
    );
    expect(new Set(await orders(main)).size).toBeGreaterThan(3);
  });
});

describe('the callbacks of a seeded loop', () => {
  const inAllOrders = (start: (loop: asyncio.AbstractEventLoop, say: (word: string) => void) => void): Set<string> => {
    const main = asyncio.coroutine(function* () {
      let words = '';
      start(asyncio.get_running_loop(), (word) => (words += word));
      yield* asyncio.sleep(2);
      return words;
    });
    return new Set(SEEDS.map((seed) => run_virtual(main, { seed })));
  };

  test('keep the order in which call_soon got them', () => {
    expect(
      inAllOrders((loop, say) => {
        for (const word of 'abcdef') loop.call_soon(say, word);
      }),
    ).toEqual(new Set(['abcdef']));
  });

  test('keep the order in which a future got them', () => {
    expect(
      inAllOrders((loop, say) => {
        const future = loop.create_future<null>();
        for (const word of 'abcdef') future.add_done_callback(() => say(word));
        future.set_result(null);
      }),
    ).toEqual(new Set(['abcdef']));
  });

  test('of timers keep the order of their deadlines, and take any order where these are equal', () => {
    expect(
      inAllOrders((loop, say) => {
        for (const [word, when] of [
          ['z', 1 + 5e-10],
          ['a', 1],
          ['b', 1],
        ] as const) {
          loop.call_at(when, say, word);
        }
      }),
    ).toEqual(new Set(['abz', 'baz']));
  });

  test('run before or after the steps of other tasks', () => {
    const main = asyncio.coroutine(function* () {
      let words = '';
      const other = asyncio.coroutine(function* () {
        words += 'step ';
        yield* asyncio.sleep(0);
      });
      const task = asyncio.create_task(other());
      asyncio.get_running_loop().call_soon(() => (words += 'callback '));
      yield* task;
      return words;
    });
    expect(new Set(SEEDS.map((seed) => run_virtual(main, { seed })))).toEqual(
      new Set(['step callback ', 'callback step ']),
    );
  });
});

describe('the order of a seeded loop', () => {
  test('brings out a race that the order of asyncio hides', async () => {
    const balance = asyncio.coroutine(async () => {
      let money = 100;
      const ready = new asyncio.Event();
      const pay = asyncio.coroutine(async () => {
        await ready.wait();
        money -= 10;
      });
      const audit = asyncio.coroutine(async () => {
        await ready.wait();
        return money;
      });
      const audited = asyncio.create_task(audit());
      const paid = asyncio.create_task(pay());
      await asyncio.sleep(0);
      ready.set();
      await paid;
      return String(await audited);
    });
    await expect(run_virtual_async(balance)).resolves.toBe('100');
    expect(new Set(await orders(balance))).toEqual(new Set(['100', '90']));
  });

  test('is of no consequence for a lock', async () => {
    const main = asyncio.coroutine(async () => {
      const lock = new asyncio.Lock();
      let inside = 0;
      const work = asyncio.coroutine(async () => {
        await asyncio.async_with(lock, async () => {
          inside += 1;
          if (inside > 1) throw new asyncio.AssertionError('two are inside');
          await asyncio.sleep(0);
          inside -= 1;
        });
      });
      await asyncio.gather(...Array.from({ length: 8 }, () => work()));
      return 'done';
    });
    expect(new Set(await orders(main))).toEqual(new Set(['done']));
  });

  test('is kept by a loop for all its runs', async () => {
    const loop = new VirtualTimeLoop({ seed: 3 });
    await loop.run_until_complete(asyncio.sleep(1));
    await loop.run_until_complete(asyncio.sleep(1));
    expect([loop.seed, loop.time()]).toEqual([3, 2]);
    loop.close();
  });
});

describe('randomNumbers', () => {
  test('gives the same numbers for the same seed, spread evenly from 0 to 1', () => {
    const take = (seed: number, count: number): number[] => {
      const next = randomNumbers(seed);
      return Array.from({ length: count }, next);
    };
    expect(take(7, 5)).toEqual(take(7, 5));
    expect(take(7, 5)).not.toEqual(take(8, 5));
    const tenths = new Array<number>(10).fill(0);
    for (const number of take(1, 10_000)) tenths[Math.floor(number * 10)]! += 1;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
