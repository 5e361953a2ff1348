import * as asyncio from 'asyncio-ts';
import { LeakError, SeedError, VirtualTimeLoop, test as asyncTest, wrap_test } from 'asyncio-ts/testing';
import { failOnNoise, settled } from '../support/outcomes';

failOnNoise();

const work = asyncio.coroutine(async function work() {});

// Jest itself, by its global `test`.
describe('test in Jest', () => {
  const seen: unknown[] = [];

  asyncTest('runs a plain async function', async () => {
    await asyncio.sleep(3600);
    seen.push('async', asyncio.get_running_loop().time());
  });

  asyncTest('runs a generator function', function* () {
    yield* asyncio.sleep(3600);
    seen.push('generator', asyncio.get_running_loop() instanceof VirtualTimeLoop);
  });

  asyncTest(
    'runs a coroutine function under seeds',
    asyncio.coroutine(async () => {
      await asyncio.sleep(1);
      seen.push((asyncio.get_running_loop() as VirtualTimeLoop).seed);
    }),
    { seeds: [4, 5] },
    1000,
  );

  asyncTest.each([
    [1, 'one'],
    [2, 'two'],
  ])('runs a row of a table: %d, %s', async (delay, name) => {
    await asyncio.sleep(delay);
    seen.push(`${name} ${asyncio.get_running_loop().time()}`);
  });

  asyncTest.each([3, 4])('runs a row of a list: %d', function* (delay) {
    yield* asyncio.sleep(delay);
    seen.push(asyncio.get_running_loop().time());
  });

  asyncTest.skip('leaves out what is to be left out', () => {
    throw new Error('not left out');
  });

  asyncTest.todo('knows what is still to be written');

  wrap_test(test.failing)('fails for a leak', () => void work());

  test('has run them all', () => {
    expect(seen).toEqual(['async', 3600, 'generator', true, 4, 5, 'one 1', 'two 2', 3, 4]);
  });
});

describe('wrap_test', () => {
  /** A runner that notes what is declared. */
  function makeRunner() {
    const declared: { with: string; args: unknown[] }[] = [];
    const declare = (how: string) =>
      function (this: unknown, ...args: unknown[]) {
        declared.push({ with: how, args });
        return `result of ${how}`;
      };
    const runner = Object.assign(declare('test'), {
      only: Object.assign(declare('only'), { each: (rows: unknown) => declare(`only.each(${JSON.stringify(rows)})`) }),
      skip: declare('skip'),
    });
    return { declared, runner };
  }

  const body = (): void => void asyncio.create_task(asyncio.sleep(1));
  const run = (test: unknown): Promise<string> => settled((test as () => Promise<void>)());

  test('hands on what the runner takes besides the body, and keeps its own keywords', async () => {
    const { declared, runner } = makeRunner();
    const wrapped = wrap_test(runner);
    expect(wrapped('a', body)).toBe('result of test');
    wrapped('b', { timeout: 5 }, body, { check_leaks: false });
    wrapped('c', body, 5000);
    wrapped('d', body, { seeds: 2 }, 5000);
    expect(declared.map(({ args }) => args.map((arg) => (typeof arg === 'function' ? 'body' : arg)))).toEqual([
      ['a', 'body'],
      ['b', { timeout: 5 }, 'body'],
      ['c', 'body', 5000],
      ['d', 'body', 5000],
    ]);
    const [a, b, c, d] = await Promise.all(
      declared.map(async ({ args }) => (await run(args.find((arg) => typeof arg === 'function'))).split(':')[0]),
    );
    expect([a, b, c, d]).toEqual([LeakError.name, 'None', LeakError.name, SeedError.name]);
  });

  test('has the variants that the runner has', () => {
    const { declared, runner } = makeRunner();
    const wrapped = wrap_test(runner);
    wrapped.only('a', body);
    wrapped.skip('b', body);
    wrapped.only.each([1, 2])('c', body);
    expect(declared.map((declaration) => declaration.with)).toEqual(['only', 'skip', 'only.each([1,2])']);
    expect([wrapped.todo, wrapped.each, wrapped.skip.only]).toEqual([undefined, undefined, undefined]);
  });

  test('calls a variant as a method of what it is a variant of', () => {
    const runner = Object.assign((): void => undefined, {
      each(this: unknown) {
        return () => ({ self: this });
      },
    });
    expect(wrap_test(runner).each([1])('name', body)).toEqual({ self: runner });
  });

  test('has keywords for all its tests, which a single test may replace', async () => {
    const { declared, runner } = makeRunner();
    const wrapped = wrap_test(runner, { check_leaks: false });
    wrapped('a', body);
    wrapped('b', body, { check_leaks: true });
    const [a, b] = await Promise.all(declared.map(({ args }) => run(args[1])));
    expect(a).toBe('None');
    expect(b).toMatch(/^LeakError/);
  });

  test('refuses what is no function', () => {
    expect(() => wrap_test(null as never)).toThrow('a function was expected by wrap_test(), got None');
  });
});

describe('test', () => {
  test('says what to do where there is no global test', () => {
    const globals = globalThis as { test?: unknown };
    const saved = globals.test;
    delete globals.test;
    try {
      expect(() => asyncTest('name', work)).toThrow(
        "the test runner has put no 'test' into the global scope: import its own, and hand it over with wrap_test(test)",
      );
      expect(() => asyncTest('name', work)).toThrow(asyncio.RuntimeError);
    } finally {
      globals.test = saved;
    }
  });
});
