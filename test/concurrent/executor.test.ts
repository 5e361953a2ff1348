/** `Executor`, by a subclass that calls each function in a turn of its own. */
import * as concurrent from 'asyncio-ts/concurrent';
import * as asyncio from 'asyncio-ts';
import { outcome } from '../support/outcomes';

class Later extends concurrent.Executor {
  readonly submitted: concurrent.Future[] = [];
  isShutDown = false;

  override submit<Args extends unknown[], T>(
    fn: (...args: Args) => T | PromiseLike<T>,
    ...args: Args
  ): concurrent.Future<T> {
    const future = new concurrent.Future<T>();
    this.submitted.push(future);
    setTimeout(() => {
      if (!future.set_running_or_notify_cancel()) return;
      Promise.resolve()
        .then(() => fn(...args))
        .then(
          (result) => future.set_result(result),
          (error: unknown) => future.set_exception(error as Error),
        );
    });
    return future;
  }

  override async shutdown(): Promise<void> {
    await concurrent.wait(this.submitted);
    this.isShutDown = true;
  }
}

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const result of results) list.push(result);
  return list;
}

test('an executor of no kind submits nothing', async () => {
  const executor = new concurrent.Executor();
  expect(outcome(() => executor.submit(() => 1))).toBe('NotImplementedError');
  await executor.shutdown();
});

describe('map', () => {
  test('submits at once, and gives results in order', async () => {
    const executor = new Later();
    const results = executor.map((a: number, b: string) => `${a}${b}`, [1, 2, 3], ['x', 'y']);
    expect(executor.submitted).toHaveLength(2);
    expect(await all(results)).toEqual(['1x', '2y']);
  });

  test('raises what the function raises, and cancels the rest', async () => {
    const executor = new Later();
    const fails = (x: number): number => {
      if (x === 2) throw new asyncio.ValueError('two');
      return x;
    };
    const seen: number[] = [];
    const iterate = async (): Promise<void> => {
      for await (const x of executor.map(fails, [1, 2, 3])) seen.push(x);
    };
    await expect(iterate()).rejects.toThrow(new asyncio.ValueError('two'));
    expect(seen).toEqual([1]);
  });

  test('is left early', async () => {
    const executor = new Later();
    for await (const x of executor.map((x: number) => x, [1, 2, 3], { buffersize: 2 })) {
      expect(x).toBe(1);
      break;
    }
    expect(executor.submitted.map((future) => future.done())).toEqual([true, true, true]);
    expect(executor.submitted[2]!.cancelled()).toBe(true);
  });

  test('keeps to a time and to a buffer', async () => {
    const executor = new Later();
    const slow = (): Promise<number> => new Promise<number>((resolve) => setTimeout(resolve, 1_000, 0).unref());
    await expect(all(executor.map(slow, [1], { timeout: 0.001 }))).rejects.toThrow(asyncio.TimeoutError);
    const buffered = new Later();
    const results = buffered.map((x: number) => x, [1, 2, 3, 4], { buffersize: 2 });
    expect(buffered.submitted).toHaveLength(2);
    expect(await all(results)).toEqual([1, 2, 3, 4]);
    expect(outcome(() => buffered.map((x: number) => x, [1], { buffersize: 0 }))).toBe(
      'ValueError: buffersize must be None or > 0',
    );
    expect(outcome(() => buffered.map((x: number) => x, [1], { buffersize: 1.5 }))).toBe(
      'TypeError: buffersize must be an integer or None',
    );
  });
});

test('a manager shuts down when it is left', async () => {
  const executor = new Later();
  expect(executor.__enter__()).toBe(executor);
  const run = asyncio.coroutine(
    async () =>
      await asyncio.async_with(executor, async (entered) => {
        expect(entered).toBe(executor);
        return await asyncio.wrap_future(entered.submit(() => 7));
      }),
  );
  expect(await asyncio.run(run())).toBe(7);
  expect(executor.isShutDown).toBe(true);
  const other = new Later();
  {
    await using entered = other;
    entered.submit(() => 1);
  }
  expect(other.isShutDown).toBe(true);
  expect(await new Later().__exit__(null, null, null)).toBe(false);
});
