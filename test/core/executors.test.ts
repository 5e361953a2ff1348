/** `run_in_executor` and the default executor; what is expected of errors was printed by CPython 3.13. */
import * as asyncio from 'asyncio-ts';
import { calling, failOnNoise, outcome, recordWarnings, settled } from '../support/outcomes';
import { virtualLoop } from '../support/styles';
import { Gate, pass, useWorkers } from '../support/workers';

const { concurrent } = asyncio;
useWorkers();
failOnNoise();

const add = (a: number, b: number): number => a + b;

/** Runs a program with a clock of the world, or with one that jumps. */
const run = <T>(main: (loop: asyncio.AbstractEventLoop) => Promise<T>, virtual = false): Promise<T> =>
  asyncio.run(
    asyncio.coroutine(() => main(asyncio.get_running_loop()))(),
    virtual ? { loop_factory: () => virtualLoop() } : {},
  );

describe('run_in_executor', () => {
  test('gives a future of the result', async () => {
    const results = await run(async (loop) => {
      const future = loop.run_in_executor(null, add, 1, 2);
      const text = asyncio.repr(future);
      return [
        future instanceof asyncio.Future,
        text,
        await future,
        await loop.run_in_executor({ executor: null, func: Date.now }),
      ];
    });
    expect(results).toEqual([
      true,
      expect.stringMatching(/^<Future pending cb=\[_call_check_cancel\(\)/),
      3,
      expect.any(Number),
    ]);
  });

  test('uses the executor that it is given', async () => {
    const executor = new concurrent.ProcessPoolExecutor(1);
    expect(await run(async (loop) => await loop.run_in_executor(executor, () => process.pid))).not.toBe(process.pid);
    await executor.shutdown();
  });

  test('gives the function itself to an executor of another kind', async () => {
    class Here extends concurrent.Executor {
      override submit<Args extends unknown[], T>(
        fn: (...args: Args) => T | PromiseLike<T>,
        ...args: Args
      ): asyncio.concurrent.Future<T> {
        const future = new concurrent.Future<T>();
        expect(fn).toBe(add);
        future.set_result(fn(...args) as T);
        return future;
      }
    }
    expect(await run(async (loop) => await loop.run_in_executor(new Here(), add, 1, 2))).toBe(3);
  });

  test('complains as CPython does', async () => {
    const coroutine = asyncio.coroutine(async () => {});
    expect(
      await run(async (loop) => {
        const before = [calling(loop, 'run_in_executor'), calling(loop, 'run_in_executor', null)];
        loop.set_debug(true);
        const debug = [
          outcome(() => loop.run_in_executor(null, coroutine)),
          outcome(() => loop.run_in_executor(null, 1 as never)),
        ];
        return [...before, ...debug];
      }),
    ).toEqual([
      "TypeError: BaseEventLoop.run_in_executor() missing 2 required positional arguments: 'executor' and 'func'",
      "TypeError: BaseEventLoop.run_in_executor() missing 1 required positional argument: 'func'",
      'TypeError: coroutines cannot be used with run_in_executor()',
      'TypeError: a callable object was expected by run_in_executor(), got 1',
    ]);
    const closed = new asyncio.EventLoop();
    closed.close();
    expect(outcome(() => closed.run_in_executor(null, add, 1, 2))).toBe('RuntimeError: Event loop is closed');
    const abstract = new asyncio.AbstractEventLoop();
    expect(outcome(() => abstract.run_in_executor(null, add, 1, 2))).toBe('NotImplementedError');
    expect(calling(abstract, 'set_default_executor', null)).toBe('NotImplementedError');
  });

  test('refuses to be waited for by a run that blocks', () => {
    const main = asyncio.coroutine(function* () {
      return yield* asyncio.get_running_loop().run_in_executor(null, add, 1, 2);
    });
    expect(outcome(() => asyncio.run_sync(main()))).toMatch(/^RuntimeError: the program needs a thread to go on/);
  });

  test('works before the loop runs', async () => {
    const loop = new asyncio.SelectorEventLoop();
    const future = loop.run_in_executor(null, add, 1, 2);
    expect(await loop.run_until_complete(future)).toBe(3);
    await loop.run_until_complete(loop.shutdown_default_executor());
    loop.close();
  });
});

describe('a cancellation', () => {
  test('ends the wait, and the function goes on', async () => {
    const gate = new Gate();
    const executor = new concurrent.ThreadPoolExecutor(1);
    await run(async (loop) => {
      const future = loop.run_in_executor(executor, pass, gate.cells);
      await asyncio.wrap_future(gate.reached());
      expect(future.cancel()).toBe(true);
      expect(await settled(future)).toBe('CancelledError');
    });
    gate.open();
    await executor.shutdown();
  });

  test('cancels a call that has not begun', async () => {
    const gate = new Gate();
    const executor = new concurrent.ThreadPoolExecutor(1);
    const submitted = jest.spyOn(executor, 'submit');
    await run(async (loop) => {
      const first = loop.run_in_executor(executor, pass, gate.cells);
      const second = loop.run_in_executor(executor, pass, gate.cells);
      second.cancel();
      await asyncio.sleep(0);
      expect(submitted.mock.results.map(({ value }) => (value as asyncio.concurrent.Future).cancelled())).toEqual([
        false,
        true,
      ]);
      gate.open();
      await first;
    });
    await executor.shutdown();
  });
});

describe('the default executor', () => {
  test('is a ThreadPoolExecutor', async () => {
    const [given, results] = await run(async (loop) => {
      const executor = new concurrent.ThreadPoolExecutor(1);
      const submit = jest.spyOn(executor, 'submit');
      loop.set_default_executor(executor);
      await loop.run_in_executor(null, add, 1, 2);
      loop.set_default_executor({ executor });
      return [
        submit.mock.calls.length,
        [
          calling(loop, 'set_default_executor', 1),
          calling(loop, 'set_default_executor', new concurrent.Executor()),
          calling(loop, 'set_default_executor'),
        ],
      ];
    });
    expect(given).toBe(1);
    expect(results).toEqual([
      'TypeError: executor must be ThreadPoolExecutor instance',
      'TypeError: executor must be ThreadPoolExecutor instance',
      "TypeError: BaseEventLoop.set_default_executor() missing 1 required positional argument: 'executor'",
    ]);
  });

  test('is waited for when it is shut down', async () => {
    const gate = new Gate();
    const order: string[] = [];
    await run(async (loop) => {
      const future = loop.run_in_executor(null, pass, gate.cells);
      future.add_done_callback(() => order.push('done'));
      await asyncio.wrap_future(gate.reached());
      loop.call_soon(() => gate.open());
      await loop.shutdown_default_executor();
      order.push('shut down');
      expect(outcome(() => loop.run_in_executor(null, add, 1, 2))).toBe(
        'RuntimeError: Executor shutdown has been called',
      );
      await loop.shutdown_default_executor();
    });
    expect(order).toEqual(['done', 'shut down']);
  });

  test('is left to itself when the time is over', async () => {
    const said = recordWarnings();
    const gate = new Gate();
    await run(async (loop) => {
      const future = loop.run_in_executor(null, pass, gate.cells);
      await asyncio.wrap_future(gate.reached());
      await loop.shutdown_default_executor(0.01);
      expect(said).toEqual(['RuntimeWarning: The executor did not finishing joining its threads within 0.01 seconds.']);
      gate.open();
      expect(await future).toBe('passed');
    });
  });

  test('goes on when the wait for its end is cancelled', async () => {
    const gate = new Gate();
    await run(async (loop) => {
      const future = loop.run_in_executor(null, pass, gate.cells);
      await asyncio.wrap_future(gate.reached());
      const task = asyncio.create_task(loop.shutdown_default_executor({ timeout: null }));
      await asyncio.sleep(0);
      task.cancel();
      expect(await settled(task)).toBe('CancelledError');
      gate.open();
      expect(await future).toBe('passed');
    });
  });

  test('is let go when the loop is closed', async () => {
    const loop = new asyncio.EventLoop();
    const executor = new concurrent.ThreadPoolExecutor(1);
    loop.set_default_executor(executor);
    const submitted = jest.spyOn(executor, 'submit');
    void loop.run_in_executor(null, add, 1, 2);
    loop.close();
    expect(outcome(() => executor.submit(add, 1, 2))).toMatch(/after shutdown$/);
    expect(await (submitted.mock.results[0]!.value as asyncio.concurrent.Future).result()).toBe(3);
  });
});

describe('on virtual time', () => {
  test('the clock stands still while a worker works', async () => {
    const gate = new Gate();
    const [result, time] = await run(async (loop) => {
      const timer = loop.call_later(3600, () => undefined);
      setImmediate(() => {
        gate.open();
      });
      const passed = await loop.run_in_executor(null, pass, gate.cells);
      timer.cancel();
      return [passed, loop.time()];
    }, true);
    expect([result, time]).toEqual(['passed', 0]);
  });

  test('the clock goes on when nobody waits for the worker any more', async () => {
    const gate = new Gate();
    await run(async (loop) => {
      const future = loop.run_in_executor(null, pass, gate.cells);
      await asyncio.wrap_future(gate.reached());
      future.cancel();
      await asyncio.sleep(3600);
      expect(loop.time()).toBe(3600);
      gate.open();
    }, true);
  });

  test('a loop that waits only for a worker is not stuck, and afterwards it may be', async () => {
    const main = run(async (loop) => {
      await loop.run_in_executor(null, add, 1, 2);
      await loop.create_future();
    }, true);
    await expect(main).rejects.toThrow(/can never happen/);
  });
});
