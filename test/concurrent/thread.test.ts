/** `ThreadPoolExecutor`; what is expected of its errors was printed by CPython 3.13. */
import * as asyncio from 'asyncio-ts';
import * as concurrent from 'asyncio-ts/concurrent';
import { logger } from '#asyncio/concurrent/future';
import { making } from '../support/matrix';
import { failOnNoise, settled } from '../support/outcomes';
import { Gate, pass, useWorkers, workerModule } from '../support/workers';

const { BrokenThreadPool, InterpreterPoolExecutor, ThreadPoolExecutor } = concurrent;
useWorkers();

const pools: concurrent.ThreadPoolExecutor[] = [];
function pool(...args: unknown[]): concurrent.ThreadPoolExecutor {
  const made = new ThreadPoolExecutor(...(args as [number]));
  pools.push(made);
  return made;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.shutdown()));
});
failOnNoise();

/** Collects what is logged of futures and executors. */
function recordFutureLogs(): string[] {
  const records: string[] = [];
  const handle = ({ levelname, message, exc_info }: asyncio.LogRecord): void => {
    records.push(`${levelname}: ${message} ${asyncio.repr(exc_info)}`);
  };
  jest.replaceProperty(logger, 'handlers', [{ handle }]);
  return records;
}

describe('its constructor', () => {
  test('refuses what CPython refuses', () => {
    expect(making(ThreadPoolExecutor, 0)).toBe('ValueError: max_workers must be greater than 0');
    expect(making(ThreadPoolExecutor, { max_workers: -1 })).toBe('ValueError: max_workers must be greater than 0');
    expect(making(ThreadPoolExecutor, 1, { initializer: 1 })).toBe('TypeError: initializer must be a callable');
    expect(making(ThreadPoolExecutor, 1, '', 'text')).toBe('TypeError: initializer must be a callable');
    expect(making(ThreadPoolExecutor, { workers: 1 })).toBe(
      "TypeError: ThreadPoolExecutor.__init__() got an unexpected keyword argument 'workers'",
    );
  });

  test('makes no thread', async () => {
    expect(await settled(() => new ThreadPoolExecutor().shutdown())).toBe('None');
  });

  test('names its errors', () => {
    expect(ThreadPoolExecutor.BROKEN).toBe(BrokenThreadPool);
    expect(InterpreterPoolExecutor.BROKEN).toBe(concurrent.BrokenInterpreterPool);
  });
});

describe('a call', () => {
  test('gives its result', async () => {
    expect(
      await pool(1)
        .submit((a: number, b: number) => a + b, 1, 2)
        .result(),
    ).toBe(3);
  });

  test('runs in another thread', async () => {
    const thread = await pool(1)
      .submit(() => process.getBuiltinModule('worker_threads').isMainThread)
      .result();
    expect(thread).toBe(false);
  });

  test('raises what the function raises', async () => {
    const raised = pool(1).submit(() => {
      throw new RangeError('out of it');
    });
    await expect(raised.result()).rejects.toThrow(new RangeError('out of it'));
  });

  test('of something that is no function fails as in Python', async () => {
    expect(
      await settled(
        pool(1)
          .submit(1 as never)
          .result(),
      ),
    ).toBe("TypeError: 'int' object is not callable");
  });

  test('waits for the promise that the function returns', async () => {
    const future = pool(1).submit(async (x: number) => {
      await new Promise((resolve) => setImmediate(resolve));
      return x + 1;
    }, 1);
    expect(await future.result()).toBe(2);
  });

  test('runs the coroutine that the function returns', async () => {
    const { sleepy } = workerModule<{ sleepy: (x: number) => unknown }>(`
      exports.sleepy = asyncio.concurrent.importable(__filename, asyncio.coroutine(async function sleepy(x) {
        await asyncio.sleep(0);
        return [x, asyncio.current_task().get_coro().__name__];
      }));`);
    expect(await pool(1).submit(sleepy, 1).result()).toEqual([1, 'sleepy']);
  });

  test('takes a plain object at the end for an argument', async () => {
    const future = pool(1).submit((options: { timeout: number }) => options.timeout, { timeout: 5 });
    expect(await future.result()).toBe(5);
  });

  test('copies arguments and results', async () => {
    const sent = { list: [1], map: new Map([['a', new Date(0)]]) };
    const back = await pool(1)
      .submit((value: typeof sent) => {
        value.list.push(2);
        return value;
      }, sent)
      .result();
    expect(back).toEqual({ ...sent, list: [1, 2] });
    expect(sent.list).toEqual([1]);
  });

  test('gives a Buffer as a Buffer', async () => {
    const [back, plain] = await Promise.all([
      pool(1)
        .submit((bytes: Buffer) => Buffer.concat([bytes, Buffer.from('!')]), Buffer.from('abc'))
        .result(),
      pool(1)
        .submit(() => new Uint8Array(1))
        .result(),
    ]);
    expect(Buffer.isBuffer(back)).toBe(true);
    expect(String(back)).toBe('abc!');
    expect(Buffer.isBuffer(plain)).toBe(false);
  });

  test('fails if an argument or the result cannot be copied', async () => {
    const executor = pool(1);
    expect(
      await settled(
        executor
          .submit(
            (f: unknown) => typeof f,
            () => 1,
          )
          .result(),
      ),
    ).toBe('TypeError: cannot pickle the arguments: () => 1 could not be cloned.');
    expect(await settled(executor.submit(() => () => 1).result())).toBe(
      'TypeError: cannot pickle the result: () => 1 could not be cloned.',
    );
    expect(await executor.submit(() => 'still here').result()).toBe('still here');
  });
});

describe('what goes on at once', () => {
  test('is no more than there may be threads', async () => {
    const [first, second] = [new Gate(), new Gate()];
    const executor = pool(2);
    const futures = [first, second, new Gate()].map(({ cells }) => executor.submit(pass, cells));
    await first.reached();
    await second.reached();
    expect(futures.map((future) => future.running())).toEqual([true, true, false]);
    expect(futures[2]!.cancel()).toBe(true);
    first.open();
    second.open();
    expect(await settled(futures[1]!.result())).toBe("'passed'");
  });

  test('can not be cancelled', async () => {
    const gate = new Gate();
    const future = pool(1).submit(pass, gate.cells);
    await gate.reached();
    expect(future.cancel()).toBe(false);
    gate.open();
    expect(await future.result()).toBe('passed');
  });

  test('comes in the order in which it was submitted', async () => {
    const executor = pool(1);
    const ended: number[] = [];
    const futures = [1, 2, 3].map((x) => executor.submit((y: number) => y, x));
    for (const future of futures) future.add_done_callback((done) => ended.push(futures.indexOf(done)));
    await concurrent.wait(futures);
    expect(ended).toEqual([0, 1, 2]);
  });

  test('is known to wait', async () => {
    const executor = pool(1);
    const futures = [1, 2].map((x) => executor.submit((y: number) => y * 2, x));
    const { done } = await concurrent.wait(futures);
    expect(done.size).toBe(2);
  });
});

test('map gives results in order', async () => {
  const squares: number[] = [];
  for await (const square of pool(2).map((x: number) => x * x, [1, 2, 3], { chunksize: 2 })) squares.push(square);
  expect(squares).toEqual([1, 4, 9]);
});

test('the name of a thread begins with the prefix', async () => {
  const { threadName } = workerModule<{ threadName: () => string }>(`
    exports.threadName = asyncio.concurrent.importable(__filename, function threadName() {
      return asyncio.concurrent.current_thread().name;
    });`);
  expect(await pool(1, 'mine').submit(threadName).result()).toBe('mine_0');
  expect(await pool(1, { thread_name_prefix: '' }).submit(threadName).result()).toMatch(/^ThreadPoolExecutor-\d+_0$/);
  expect(concurrent.current_thread().name).toBe('MainThread');
});

describe('an initializer', () => {
  test('is called in each thread, before all else', async () => {
    const initializer = (value: number): void => {
      (globalThis as { initialized?: number }).initialized = value;
    };
    const executor = pool(2, { initializer, initargs: [7] });
    const gates = [new Gate(), new Gate()];
    const futures = gates.map(({ cells }) =>
      executor.submit((shared: Int32Array) => {
        Atomics.store(shared, 1, 1);
        Atomics.notify(shared, 1);
        Atomics.wait(shared, 0, 0);
        return (globalThis as { initialized?: number }).initialized;
      }, cells),
    );
    for (const gate of gates) await gate.reached();
    for (const gate of gates) gate.open();
    expect(await Promise.all(futures.map((future) => future.result()))).toEqual([7, 7]);
  });

  test('that fails breaks the pool, and is logged', async () => {
    const logs = recordFutureLogs();
    const initializer = (): never => {
      throw new Error('no');
    };
    const executor = pool(1, { initializer });
    const text = 'BrokenThreadPool: A thread initializer failed, the thread pool is not usable anymore';
    const futures = [executor.submit(pass, new Gate().cells), executor.submit(pass, new Gate().cells)];
    expect(await Promise.all(futures.map((future) => settled(future.result())))).toEqual([text, text]);
    expect(await settled(() => executor.submit(() => 1))).toBe(text);
    expect(logs).toEqual(["CRITICAL: Exception in initializer: Error('no')"]);
  });
});

describe('the death of a thread', () => {
  test('fails what goes on and what waits, and breaks the pool', async () => {
    const executor = pool(1);
    const [dying, waiting, cancelled] = [
      executor.submit(() => process.exit(3)),
      executor.submit(() => 1),
      executor.submit(() => 2),
    ];
    cancelled.cancel();
    const text =
      'BrokenThreadPool: A thread in the thread pool was terminated abruptly while the future was running or pending.';
    expect(await settled(dying.result())).toBe(text);
    expect(await settled(waiting.result())).toBe(text);
    expect(await settled(cancelled.result())).toBe('CancelledError');
    expect(await settled(() => executor.submit(() => 1))).toBe(
      'BrokenThreadPool: A thread terminated abruptly, the thread pool is not usable anymore',
    );
    expect((await dying.exception())!.cause).toMatchObject({ message: 'worker exited with code: 3' });
  });

  test('by an error that nobody catches names the error', async () => {
    const future = pool(1).submit(
      () =>
        new Promise<void>(() => {
          setImmediate(() => {
            throw new Error('loose');
          });
        }),
    );
    expect(await settled(future.result())).toMatch(/^BrokenThreadPool/);
    expect((await future.exception())!.cause).toMatchObject({ message: 'loose' });
  });

  test('of an interpreter has a name of its own', async () => {
    const executor = new InterpreterPoolExecutor(1);
    expect(await settled(executor.submit(() => process.exit(1)).result())).toMatch(/^BrokenInterpreterPool: A thread/);
    await executor.shutdown();
  });
});

describe('shutdown', () => {
  test('waits for what was submitted', async () => {
    const executor = pool(1);
    const futures = [1, 2].map((x) => executor.submit((y: number) => y, x));
    await executor.shutdown();
    expect(futures.every((future) => future.done())).toBe(true);
  });

  test('without waiting lets it go on', async () => {
    const gate = new Gate();
    const executor = pool(1);
    const future = executor.submit(pass, gate.cells);
    await executor.shutdown(false);
    expect(future.done()).toBe(false);
    gate.open();
    expect(await future.result()).toBe('passed');
  });

  test('may cancel what has not begun', async () => {
    const gate = new Gate();
    const executor = pool(1);
    const futures = [executor.submit(pass, gate.cells), executor.submit(pass, gate.cells)];
    await executor.shutdown(false, { cancel_futures: true });
    expect(futures.map((future) => future.cancelled())).toEqual([false, true]);
    gate.open();
    await executor.shutdown();
  });

  test('ends all submitting', async () => {
    const executor = pool(1);
    await executor.shutdown({ wait: true, cancel_futures: false });
    await executor.shutdown();
    expect(await settled(() => executor.submit(() => 1))).toBe(
      'RuntimeError: cannot schedule new futures after shutdown',
    );
  });

  test('is what a manager does at its end', async () => {
    const executor = await asyncio.run(
      asyncio.coroutine(async () => {
        const made = pool(1);
        await asyncio.async_with(made, async (entered) => {
          expect(entered).toBe(made);
        });
        return made;
      }),
    );
    expect(await settled(() => executor.submit(() => 1))).toMatch(/after shutdown$/);
    const entered = pool(1).__enter__();
    expect(await entered.__exit__(null, null, null)).toBe(false);
  });
});
