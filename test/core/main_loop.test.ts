/** `main_loop`: what a worker asks of the loop. */
import * as asyncio from 'asyncio-ts';
import { failOnNoise, outcome, recordLogs, settled } from '../support/outcomes';
import { useWorkers, workerModule } from '../support/workers';

useWorkers();
failOnNoise();

type Functions = Record<'callsSoon' | 'callsRaising', (count?: number) => unknown> & { readonly seen: unknown[] };
const functions = workerModule<Functions>(`
  const { importable } = asyncio.concurrent;
  const make = (fn) => (exports[fn.name] = importable(__filename, fn));
  exports.seen = [];
  make(function note(...values) { exports.seen.push(...values); });
  make(asyncio.coroutine(async function double(x) {
    await asyncio.sleep(0);
    return x * 2;
  }));
  make(async function plain(x) {
    await asyncio.sleep(0);
    return x + 1;
  });
  make(asyncio.coroutine(async function fails() {
    throw new asyncio.ValueError('in the loop');
  }));
  make(asyncio.coroutine(async function forever() {
    try {
      await asyncio.get_running_loop().create_future();
    } finally {
      exports.seen.push('cancelled');
    }
  }));
  make(asyncio.coroutine(async function cancels() {
    throw new asyncio.CancelledError();
  }));
  make(function callsSoon(count) {
    const loop = asyncio.main_loop();
    for (let i = 0; i < count; i++) loop.call_soon_threadsafe(exports.note, i, 'note');
    return asyncio.repr(loop);
  });
  make(async function runs(name, ...args) {
    const future = asyncio.main_loop().run_coroutine_threadsafe(exports[name], ...args);
    return await future.result();
  });
  make(async function cancelsIt() {
    const future = asyncio.main_loop().run_coroutine_threadsafe(exports.forever);
    await asyncio.main_loop().run_coroutine_threadsafe(exports.double, 1).result();
    return future.cancel();
  });
  make(function sendsText() { asyncio.main_loop().call_soon_threadsafe(() => 1); });
  make(function sendsFunction() { asyncio.main_loop().call_soon_threadsafe(exports.note, () => 1); });
  make(function raises() { throw new asyncio.ValueError('callback'); });
  make(function callsRaising() { asyncio.main_loop().call_soon_threadsafe(exports.raises); });
  make(function callsMissing() {
    function missing() {}
    asyncio.main_loop().call_soon_threadsafe(importable(__filename + '.no', missing));
    asyncio.main_loop().call_soon_threadsafe(exports.note, 'after');
  });
  make(async function runsMissing() {
    function missing() {}
    await asyncio.main_loop().run_coroutine_threadsafe(importable(__filename + '.no', missing)).result();
  });
`);

const run = <T>(main: () => Promise<T>): Promise<T> => asyncio.run(asyncio.coroutine(main)());

beforeEach(() => {
  functions.seen.length = 0;
});

describe.each([
  ['thread', () => new asyncio.concurrent.ThreadPoolExecutor(1)],
  ['process', () => new asyncio.concurrent.ProcessPoolExecutor(1)],
])('in a %s', (_kind, makePool) => {
  let pool: asyncio.concurrent.ThreadPoolExecutor | asyncio.concurrent.ProcessPoolExecutor;
  beforeAll(() => {
    pool = makePool();
  });
  afterAll(() => pool.shutdown());
  const inWorker = (name: string, ...args: unknown[]): Promise<unknown> =>
    run(async () => {
      const fn = functions[name as 'callsSoon'] as (...given: unknown[]) => unknown;
      return await asyncio.get_running_loop().run_in_executor(pool, fn, ...args);
    });

  test('call_soon_threadsafe calls functions of the main thread in order', async () => {
    expect(await inWorker('callsSoon', 3)).toBe('<MainLoop of another thread>');
    expect(functions.seen).toEqual([0, 'note', 1, 'note', 2, 'note']);
  });

  test('run_coroutine_threadsafe gives the result of a coroutine function', async () => {
    expect(await inWorker('runs', 'double', 21)).toBe(42);
    expect(await inWorker('runs', 'plain', 1)).toBe(2);
  });

  test('run_coroutine_threadsafe raises what the coroutine raises', async () => {
    expect(await settled(() => inWorker('runs', 'fails'))).toBe('ValueError: in the loop');
    expect(await settled(() => inWorker('runs', 'cancels'))).toBe('CancelledError');
  });

  test('cancelling the future cancels the task', async () => {
    expect(await inWorker('cancelsIt')).toBe(true);
    expect(functions.seen).toEqual(['cancelled']);
  });

  test('functions and arguments that cannot be sent are refused', async () => {
    expect(await settled(() => inWorker('sendsText'))).toMatch(/^TypeError: the main thread can't find ''/);
    expect(await settled(() => inWorker('sendsFunction'))).toMatch(/^TypeError: cannot pickle the arguments: /);
  });

  test('a function that the main thread cannot find is reported, and what comes later is called', async () => {
    const logs = recordLogs();
    await inWorker('callsMissing');
    while (functions.seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(functions.seen).toEqual(['after']);
    expect(logs.map(({ message }) => message)).toEqual([
      'a worker has called a function that the loop could not be given',
    ]);
    expect(await settled(() => inWorker('runsMissing'))).toMatch(/Cannot find module/);
  });

  test('there has to be a loop that the function came from', async () => {
    expect(await settled(pool.submit(functions.callsSoon, 1).result())).toBe(
      'RuntimeError: no running event loop, where this function came from',
    );
  });
});

test('what a callback raises, the exception handler is told', async () => {
  const told: unknown[] = [];
  await run(async () => {
    asyncio.get_running_loop().set_exception_handler((_loop, { message, exception }) => {
      told.push(message, asyncio.repr(exception));
    });
    await asyncio.to_thread(functions.callsRaising);
    await asyncio.sleep(0);
  });
  expect(told).toEqual(['Exception in callback raises()', "ValueError('callback')"]);
});

test('a loop that is closed takes no more calls', async () => {
  const logs = recordLogs();
  const pool = new asyncio.concurrent.ThreadPoolExecutor(1);
  const loop = new asyncio.EventLoop();
  const future = loop.run_in_executor(pool, functions.callsSoon, 1);
  loop.close();
  await pool.shutdown();
  expect(future.done()).toBe(false);
  expect(logs.map(({ exc_info }) => asyncio.repr(exc_info))).toEqual(["RuntimeError('Event loop is closed')"]);
});

test('in the main thread there is get_running_loop instead', () => {
  expect(outcome(() => asyncio.main_loop())).toBe(
    'RuntimeError: main_loop() is for functions in workers; here the loop is asyncio.get_running_loop()',
  );
});
