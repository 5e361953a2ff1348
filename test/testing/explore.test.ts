import * as asyncio from 'asyncio-ts';
import { LeakError, SeedError, explore, run_virtual_async, type VirtualTimeLoop } from 'asyncio-ts/testing';
import { failOnNoise, settled } from '../support/outcomes';
import { inEveryStyle } from '../support/styles';
import { race } from './race';

failOnNoise();

const seedOf = asyncio.coroutine(function* () {
  yield* asyncio.sleep(1);
  return (asyncio.get_running_loop() as VirtualTimeLoop).seed;
});

inEveryStyle('explore', ({ coroutine, debug }) => {
  test('names the first seed with which the program fails, and this one fails again', async () => {
    const main = race({ coroutine });
    const error: unknown = await explore(main, { seeds: 50, debug }).catch((raised: unknown) => raised);
    if (!(error instanceof SeedError)) throw new Error(`no SeedError: ${asyncio.repr(error)}`);
    const { seed, cause, message } = error;
    expect(cause).toBeInstanceOf(asyncio.ValueError);
    expect(message).toBe(`the program fails with seed ${seed}; run it again with seeds: [${seed}]
ValueError: ba`);
    await expect(settled(run_virtual_async(main, { seed }))).resolves.toBe('ValueError: ba');
    await expect(explore(main, { seeds: [seed] })).rejects.toThrow(SeedError);
    // Those before it pass.
    await expect(
      explore(main, { seeds: Array.from({ length: seed }, (_, earlier) => earlier).concat(seed) }),
    ).rejects.toMatchObject({ seed });
  });

  test('takes a deadlock and a leak for failures', async () => {
    const stuck = coroutine(
      async () => void (await new asyncio.Event().wait()),
      function* () {
        yield* new asyncio.Event().wait();
      },
    );
    const leaks = coroutine(
      async () => void asyncio.create_task(asyncio.sleep(1)),
      function* () {
        asyncio.create_task(asyncio.sleep(1));
      },
    );
    const [one, other] = await Promise.all(
      [stuck, leaks].map((main) => explore(main, { debug }).catch((raised: unknown) => raised as SeedError)),
    );
    expect(asyncio.repr((one as SeedError).cause)).toMatch(/^RuntimeError\(.* can never happen/);
    expect((other as SeedError).cause).toBeInstanceOf(LeakError);
    await expect(explore(leaks, { seeds: 2, debug, check_leaks: false })).resolves.toHaveLength(2);
  });
});

describe('the seeds of explore', () => {
  test('are the first hundred, as many as wanted, or those that are named', async () => {
    await expect(explore(seedOf)).resolves.toEqual(Array.from({ length: 100 }, (_, seed) => seed));
    await expect(explore(seedOf, { seeds: 3 })).resolves.toEqual([0, 1, 2]);
    await expect(explore(seedOf, { seeds: [7, 2 ** 32 - 1, 7] })).resolves.toEqual([7, 2 ** 32 - 1, 7]);
    await expect(explore(seedOf, { seeds: null })).resolves.toHaveLength(100);
  });

  test.each([
    [0, 'ValueError: the number of seeds must be at least 1, not 0'],
    [1.5, 'TypeError: the number of seeds must be an integer, not 1.5'],
    ['7', "TypeError: seeds must be an integer or an array of them, not '7'"],
    [[], 'ValueError: at least one seed is needed, or nothing is tried'],
    [[-1], 'ValueError: a seed must be between 0 and 2**32 - 1, not -1'],
    [['x'], "TypeError: a seed must be an integer, not 'x'"],
  ])('are refused if they are %p', async (seeds, said) => {
    await expect(settled(explore(seedOf, { seeds: seeds as number }))).resolves.toBe(said);
  });
});

describe('explore', () => {
  test('runs in debug mode unless that is switched off', async () => {
    const main = asyncio.coroutine(async () => asyncio.get_running_loop().get_debug());
    await expect(explore(main, { seeds: 1 })).resolves.toEqual([true]);
    await expect(explore(main, { seeds: 1, debug: false })).resolves.toEqual([false]);
  });

  test('refuses a coroutine, which runs only once, and unknown keywords', async () => {
    const made = seedOf();
    await expect(settled(explore(made as never))).resolves.toMatch(
      /^TypeError: explore\(\) runs its program many times: a function that makes the coroutine was expected, got <coroutine/,
    );
    made.close();
    await expect(settled(explore(seedOf, { first_seed: 1 } as never))).resolves.toBe(
      "TypeError: explore() got an unexpected keyword argument 'first_seed'",
    );
  });
});
