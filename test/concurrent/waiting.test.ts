/** `wait` and `as_completed` of `concurrent.futures`. */
import * as concurrent from 'asyncio-ts/concurrent';
import * as asyncio from 'asyncio-ts';

const { Future, wait, as_completed } = concurrent;
type AnyFuture = concurrent.Future;

function futures(count: number): AnyFuture[] {
  return Array.from({ length: count }, () => new Future());
}

/** The numbers of futures in two sets. */
const shown = (all: readonly AnyFuture[], sets: readonly [Set<AnyFuture>, Set<AnyFuture>]): number[][] =>
  sets.map((ones) => Array.from(ones, (one) => all.indexOf(one)));

describe('wait', () => {
  test('for all, by default', async () => {
    const all = futures(3);
    const waiting = wait([...all, all[0]!]);
    all[1]!.set_result(1);
    all[0]!.set_exception(new asyncio.ValueError());
    all[2]!.set_result(2);
    const sets = await waiting;
    expect(shown(all, sets)).toEqual([[0, 1, 2], []]);
    expect([sets.done, sets.not_done]).toEqual([sets[0], sets[1]]);
    expect(shown(all, await wait(all))).toEqual([[0, 1, 2], []]);
    expect(shown([], await wait([]))).toEqual([[], []]);
  });

  test('for all, if told so', async () => {
    const all = futures(2);
    const { ALL_COMPLETED } = concurrent;
    const waits = [wait(all, { return_when: ALL_COMPLETED }), wait(all, null, { return_when: ALL_COMPLETED })];
    const past: string[] = [];
    for (const waiting of [...waits, wait(all, null, ALL_COMPLETED)]) void waiting.then(() => past.push('over'));
    all[0]!.set_exception(new asyncio.ValueError());
    expect(shown(all, await wait(all, { timeout: 0.001, return_when: ALL_COMPLETED }))).toEqual([[0], [1]]);
    expect(past).toEqual([]);
    all[1]!.set_result(1);
    for (const waiting of waits) expect(shown(all, await waiting)).toEqual([[0, 1], []]);
    expect(past).toEqual(['over', 'over', 'over']);
  });

  test('for the first', async () => {
    const all = futures(3);
    const waiting = wait(all, { return_when: concurrent.FIRST_COMPLETED });
    all[1]!.set_result(1);
    expect(shown(all, await waiting)).toEqual([[1], [0, 2]]);
    expect(shown(all, await wait(all, null, concurrent.FIRST_COMPLETED))).toEqual([[1], [0, 2]]);
  });

  test('for the first exception', async () => {
    const all = futures(3);
    const waiting = wait(all, null, { return_when: concurrent.FIRST_EXCEPTION });
    all[1]!.set_result(1);
    all[2]!.set_exception(new asyncio.ValueError());
    expect(shown(all, await waiting)).toEqual([[1, 2], [0]]);
    expect(shown(all, await wait(all, 10, concurrent.FIRST_EXCEPTION))).toEqual([[1, 2], [0]]);
  });

  test('no longer than so many seconds', async () => {
    const all = futures(2);
    all[0]!.set_result(0);
    expect(shown(all, await wait(all, 0.001))).toEqual([[0], [1]]);
    expect(shown(all, await wait(all, { timeout: 0 }))).toEqual([[0], [1]]);
  });

  test('for a cancelled one, until the executor has noticed', async () => {
    const all = futures(1);
    all[0]!.cancel();
    expect(shown(all, await wait(all, 0.001))).toEqual([[], [0]]);
    const waiting = wait(all);
    all[0]!.set_running_or_notify_cancel();
    expect(shown(all, await waiting)).toEqual([[0], []]);
  });

  test('not in a way that it does not know', async () => {
    await expect(wait(futures(1), null, 'ANY' as never)).rejects.toThrow(
      new asyncio.ValueError("Invalid return condition: 'ANY'"),
    );
  });
});

describe('as_completed', () => {
  const order = async (all: readonly AnyFuture[], timeout?: number): Promise<number[]> => {
    const seen: number[] = [];
    for await (const future of as_completed(all, timeout)) seen.push(all.indexOf(future));
    return seen;
  };

  test('gives futures as they end, each once', async () => {
    const all = futures(4);
    all[2]!.set_result(0);
    const seen = order([...all, all[1]!]);
    await Promise.resolve();
    all[3]!.set_exception(new asyncio.ValueError());
    all[0]!.set_result(0);
    await new Promise((resolve) => setTimeout(resolve, 1));
    all[1]!.cancel();
    all[1]!.set_running_or_notify_cancel();
    expect(await seen).toEqual([2, 3, 0, 1]);
    expect(await order([])).toEqual([]);
  });

  test('raises when the time is over', async () => {
    const all = futures(3);
    all[0]!.set_result(0);
    await expect(order(all, 0.001)).rejects.toThrow(new asyncio.TimeoutError('2 (of 3) futures unfinished'));
    // Nobody watches any more.
    expect(all.map((future) => future._watchers.size)).toEqual([0, 0, 0]);
  });
});
