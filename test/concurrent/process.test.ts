/** `ProcessPoolExecutor`; what is expected of its errors was printed by CPython 3.13. */
import * as asyncio from 'asyncio-ts';
import * as concurrent from 'asyncio-ts/concurrent';
import { logger } from '#asyncio/concurrent/future';
import { making } from '../support/matrix';
import { failOnNoise, outcome, settled } from '../support/outcomes';
import { useWorkers, workerModule } from '../support/workers';

const { ProcessPoolExecutor } = concurrent;
useWorkers();

const INTERRUPTED =
  'BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending.';
const DIED = 'BrokenProcessPool: A child process terminated abruptly, the process pool is not usable anymore';

const pools: concurrent.ProcessPoolExecutor[] = [];
function pool(...args: unknown[]): concurrent.ProcessPoolExecutor {
  const made = new ProcessPoolExecutor(...(args as [number]));
  pools.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.shutdown()));
});
failOnNoise();

/** For processes: never comes back, and says so by the name of a file that it makes. */
const forever = (file: string): void => {
  process.getBuiltinModule('fs').writeFileSync(file, '');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

/** Waits until a file is there. */
async function made(file: string): Promise<void> {
  const { existsSync } = require('node:fs') as typeof import('node:fs');
  while (!existsSync(file)) await new Promise((resolve) => setImmediate(resolve));
}

let fileCount = 0;
function freshFile(): string {
  const { join } = require('node:path') as typeof import('node:path');
  const { libraryFolder } = require('../support/child') as typeof import('../support/child');
  return join(libraryFolder(), `process${String(++fileCount)}`);
}

test('its constructor refuses what CPython refuses', () => {
  expect(making(ProcessPoolExecutor, 0)).toBe('ValueError: max_workers must be greater than 0');
  expect(making(ProcessPoolExecutor, { initializer: 1 })).toBe('TypeError: initializer must be a callable');
  const tasks = (max_tasks_per_child: number): string => making(ProcessPoolExecutor, { max_tasks_per_child });
  expect(tasks(1.5)).toBe('TypeError: max_tasks_per_child must be an integer');
  expect(tasks(0)).toBe('ValueError: max_tasks_per_child must be >= 1');
  expect(making(ProcessPoolExecutor, 1, 'fork')).toBe(
    'NotImplementedError: mp_context: the host has one way to start a process, that of spawn',
  );
});

describe('a call', () => {
  test('gives its result, from another process', async () => {
    const executor = pool(1);
    const [first, second] = [executor.submit(() => process.pid), executor.submit((x: number) => [x, process.pid], 1)];
    const pid = await first.result();
    expect(pid).not.toBe(process.pid);
    expect(await second.result()).toEqual([1, pid]);
  });

  test('raises what the function raises', async () => {
    const { fail } = workerModule<{ fail: () => void }>(`
      exports.fail = asyncio.concurrent.importable(__filename, function fail() {
        throw new asyncio.OSError(2, 'gone', 'x.txt');
      });`);
    const error = await pool(1).submit(fail).exception();
    expect(error).toBeInstanceOf(asyncio.FileNotFoundError);
    expect(asyncio.str(error)).toBe("[Errno 2] gone: 'x.txt'");
  });

  test('fails if an argument or the result cannot be copied', async () => {
    const executor = pool(1);
    expect(
      await settled(
        executor
          .submit(
            (f: unknown) => f,
            () => 1,
          )
          .result(),
      ),
    ).toMatch(/^TypeError: cannot pickle the arguments: /);
    expect(await settled(executor.submit(() => () => 1).result())).toMatch(/^TypeError: cannot pickle the result: /);
    expect(await executor.submit(() => 'still here').result()).toBe('still here');
  });

  test('gets a copy of what was to be moved', async () => {
    const bytes = concurrent.transfer(new Uint8Array([1, 2]));
    expect(
      await pool(1)
        .submit((given: Uint8Array) => given.length, bytes)
        .result(),
    ).toBe(2);
    expect(bytes).toHaveLength(2);
  });
});

test('processes work side by side', async () => {
  const executor = pool(2);
  const [first, second] = [freshFile(), freshFile()];
  const futures = [first, second].map((file) => executor.submit(forever, file));
  await made(first);
  await made(second);
  executor.kill_workers();
  expect(await Promise.all(futures.map((future) => settled(future.result())))).toEqual([INTERRUPTED, INTERRUPTED]);
});

test('the name of the thread is that of a main thread with the number of its process', async () => {
  const { threadName } = workerModule<{ threadName: () => unknown }>(`
    exports.threadName = asyncio.concurrent.importable(__filename, function threadName() {
      return [asyncio.concurrent.current_thread().name, asyncio.concurrent.is_worker()];
    });`);
  expect(await pool(1).submit(threadName).result()).toEqual([expect.stringMatching(/^SpawnProcess-\d+$/), true]);
});

test('an initializer is called in each process, and if it fails the pool is broken', async () => {
  const initializer = (value: number): void => {
    if (value < 0) throw new Error('no');
    (globalThis as { initialized?: number }).initialized = value;
  };
  const read = (): unknown => (globalThis as { initialized?: number }).initialized;
  expect(
    await pool(1, { initializer, initargs: [7] })
      .submit(read)
      .result(),
  ).toBe(7);
  const logs: string[] = [];
  jest.replaceProperty(logger, 'handlers', [{ handle: ({ message }) => void logs.push(message) }]);
  const broken = pool(1, { initializer, initargs: [-1] });
  expect(await settled(broken.submit(read).result())).toBe(INTERRUPTED);
  expect(await settled(() => broken.submit(read))).toBe(DIED);
  expect(logs).toEqual(['Exception in initializer:']);
});

test('max_tasks_per_child replaces a process after so many calls', async () => {
  const executor = pool(1, { max_tasks_per_child: 2 });
  const pids = await Promise.all([1, 2, 3].map(() => executor.submit(() => process.pid).result()));
  expect(pids[1]).toBe(pids[0]);
  expect(pids[2]).not.toBe(pids[0]);
});

test('map gives results in order, and refuses a chunksize below 1', async () => {
  const executor = pool(1);
  const squares: number[] = [];
  for await (const square of executor.map((x: number) => x * x, [1, 2, 3], { chunksize: 2 })) squares.push(square);
  expect(squares).toEqual([1, 4, 9]);
  expect(outcome(() => executor.map((x: number) => x, [1], { chunksize: 0 }))).toBe(
    'ValueError: chunksize must be >= 1.',
  );
});

describe('the end', () => {
  test('of a process fails what goes on and what waits, and breaks the pool', async () => {
    const executor = pool(1);
    const futures = [executor.submit(() => process.exit(3)), executor.submit(() => 1)];
    expect(await Promise.all(futures.map((future) => settled(future.result())))).toEqual([INTERRUPTED, INTERRUPTED]);
    expect(await settled(() => executor.submit(() => 1))).toBe(DIED);
    expect((await futures[0]!.exception())!.cause).toMatchObject({ message: 'exit code 3' });
  });

  test('comes by terminate_workers, and what waits is cancelled', async () => {
    const executor = pool(1);
    const file = freshFile();
    const futures = [executor.submit(forever, file), executor.submit(forever, file)];
    await made(file);
    executor.terminate_workers();
    expect(await settled(futures[0]!.result())).toBe(INTERRUPTED);
    expect(futures[1]!.cancelled()).toBe(true);
    expect((await futures[0]!.exception())!.cause).toMatchObject({ message: 'ended by SIGTERM' });
    expect(await settled(() => executor.submit(() => 1))).toBe(DIED);
  });

  test('comes by shutdown, when all is done', async () => {
    const executor = pool(1);
    const future = executor.submit(() => 1);
    await executor.shutdown();
    expect(future.done()).toBe(true);
    expect(await settled(() => executor.submit(() => 1))).toBe(
      'RuntimeError: cannot schedule new futures after shutdown',
    );
    executor.terminate_workers();
    executor.kill_workers();
  });

  test('of an executor that was never used has nothing to wait for', async () => {
    await pool(1).shutdown(true, { cancel_futures: true });
    const entered = pool(1).__enter__();
    expect(await entered.__exit__(null, null, null)).toBe(false);
  });
});
