/** `run_coroutine_threadsafe` and `wrap_future` of futures of `concurrent.futures`; as CPython 3.14 has it. */
import * as asyncio from 'asyncio-ts';
import { inEveryWay, collectReports } from '../support/styles';
import { raising } from '../support/matrix';
import { failOnNoise, outcome, runOnce } from '../support/outcomes';
import { scripts } from '../support/scripts';

failOnNoise();
const { concurrent } = asyncio;

inEveryWay('wrap_future', (kit) => {
  const wrapped = kit.coroutine(
    async (future: asyncio.concurrent.Future) => await asyncio.wrap_future(future),
    function* (future: asyncio.concurrent.Future) {
      return yield* asyncio.wrap_future(future);
    },
  );
  /** Awaits a future that is ended meanwhile, and tells of the outcome. */
  const ended = async (end: (future: asyncio.concurrent.Future) => void): Promise<unknown> => {
    const future = new concurrent.Future();
    const main = asyncio.coroutine(function* () {
      asyncio.get_running_loop().call_later(1, end, future);
      const task = asyncio.create_task(wrapped(future));
      yield* asyncio.wait([task]);
      return task.cancelled() ? 'cancelled' : asyncio.repr(task.exception() ?? task.result());
    });
    return await kit.run(main());
  };

  test('takes over the outcome', async () => {
    expect(await ended((future) => future.set_result('set'))).toBe("'set'");
    expect(await ended((future) => future.set_exception(new asyncio.ValueError('bad')))).toBe("ValueError('bad')");
    expect(await ended((future) => future.cancel())).toBe('cancelled');
  });

  test("takes errors of concurrent.futures for asyncio's", async () => {
    const failed = async (error: Error): Promise<unknown> => {
      const future = new concurrent.Future();
      future.set_exception(error);
      const main = asyncio.coroutine(function* () {
        const task = asyncio.create_task(wrapped(future));
        yield* asyncio.wait([task]);
        return task.cancelled() ? 'cancelled' : task.exception();
      });
      return await kit.run(main());
    };
    expect(await failed(new concurrent.InvalidStateError('text'))).toBeInstanceOf(asyncio.InvalidStateError);
    expect(await failed(new concurrent.CancelledError('text'))).toBe('cancelled');
  });

  test('cancels what is behind it', async () => {
    const future = new concurrent.Future();
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(wrapped(future));
      yield* asyncio.sleep(1);
      task.cancel();
      yield* asyncio.wait([task]);
      return [task.cancelled(), future.cancelled()];
    });
    expect(await kit.run(main())).toEqual([true, true]);
  });

  test('cancelled at once, has reached what is behind it only if it has started', async () => {
    const future = new concurrent.Future();
    const main = asyncio.coroutine(function* () {
      const task = asyncio.create_task(wrapped(future));
      task.cancel();
      yield* asyncio.wait([task]);
      return [task.cancelled(), future.cancelled()];
    });
    expect(await kit.run(main())).toEqual([true, kit.eager]);
  });

  test('forgets a loop that was closed', async () => {
    const future = new concurrent.Future();
    const loop = kit.loop();
    const wrapping = asyncio.wrap_future(future, { loop });
    loop.close();
    future.set_result(1);
    expect(wrapping.done()).toBe(false);
  });
});

inEveryWay('run_coroutine_threadsafe', (kit) => {
  const work = kit.coroutine(
    async (name: string) => {
      await asyncio.sleep(1);
      if (name === 'fails') throw new asyncio.ValueError(name);
      return name;
    },
    function* (name: string) {
      yield* asyncio.sleep(1);
      if (name === 'fails') throw new asyncio.ValueError(name);
      return name;
    },
  );
  let loop: asyncio.BaseEventLoop;
  beforeEach(() => {
    loop = kit.loop();
  });
  afterEach(() => {
    loop.close();
  });
  const runFor = async (seconds: number): Promise<void> => {
    loop.call_later(seconds, () => loop.stop());
    await loop.run_forever();
  };

  test('runs a coroutine in a loop, from outside of it', async () => {
    const future = asyncio.run_coroutine_threadsafe(work('done'), loop);
    expect(future).toBeInstanceOf(concurrent.Future);
    const failing = asyncio.run_coroutine_threadsafe(() => work('fails'), { loop });
    expect([future.done(), future.running()]).toEqual([false, false]);
    await runFor(2);
    expect(await future.result()).toBe('done');
    expect(asyncio.repr(await failing.exception())).toBe("ValueError('fails')");
  });

  test('an outcome is known some turns later, two if the task starts eagerly', async () => {
    const [good, bad] = [
      scripts(kit).steps(() => 'at once'),
      scripts(kit).steps(raising(new asyncio.ValueError('no'))),
    ];
    const futures = [good, bad].map((coroutine) => asyncio.run_coroutine_threadsafe(coroutine, loop));
    const done: string[] = [];
    for (let turns = 1; turns <= 3; turns++) {
      await runOnce(loop);
      done.push(futures.map((future) => future.done()).join(' '));
    }
    expect(done).toEqual(['false false', kit.eager ? 'true true' : 'false false', 'true true']);
    expect(await futures[0]!.result()).toBe('at once');
    expect(asyncio.repr(await futures[1]!.exception())).toBe("ValueError('no')");
  });

  test('a cancellation reaches the task', async () => {
    const tasks: asyncio.Task[] = [];
    loop.set_task_factory((loop, coro, keywords) => {
      const task = new asyncio.Task(coro, { ...keywords, loop, eager_start: kit.eager });
      tasks.push(task);
      return task;
    });
    const future = asyncio.run_coroutine_threadsafe(work('never'), loop);
    await runFor(0.5);
    expect(future.cancel()).toBe(true);
    await runFor(0.1);
    expect(tasks.map((task) => task.cancelled())).toEqual([true]);
    const other = asyncio.run_coroutine_threadsafe(work('other'), loop);
    await runFor(0.5);
    tasks[1]!.cancel();
    await runFor(0.1);
    expect([other.cancelled(), other.done()]).toEqual([true, true]);
  });

  test('an error in making the task is in the future, and told the loop', async () => {
    const reports = collectReports(loop);
    loop.set_task_factory(() => {
      throw new asyncio.NameError('factory');
    });
    const coro = work('never');
    const future = asyncio.run_coroutine_threadsafe(coro, loop);
    await runFor(0.1);
    expect(asyncio.repr(await future.exception())).toBe("NameError('factory')");
    expect(reports.map(({ exception }) => asyncio.repr(exception))).toEqual(["NameError('factory')"]);
    coro.close();
  });

  test('takes coroutines only, and an open loop', () => {
    const run = asyncio.run_coroutine_threadsafe as (...args: unknown[]) => unknown;
    expect(outcome(() => run(5, loop))).toBe('TypeError: A coroutine object is required');
    expect(outcome(() => run(loop.create_future(), loop))).toBe('TypeError: A coroutine object is required');
    expect(outcome(() => run(5))).toMatch(/missing 1 required positional argument: 'loop'/);
    const closed = kit.loop();
    closed.close();
    const coro = work('never');
    expect(outcome(() => run(coro, closed))).toBe('RuntimeError: Event loop is closed');
    coro.close();
  });
});
