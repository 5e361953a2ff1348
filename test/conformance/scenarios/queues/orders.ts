// A priority queue gives the least first, compared as in Python; a stack gives the newest first.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const refuse = (label: string, call: () => unknown): void => {
    try {
      trace(label, call());
    } catch (error) {
      trace(label, error);
    }
  };

  const drain = (queue: asyncio.Queue): unknown[] => Array.from({ length: queue.qsize() }, () => queue.get_nowait());

  const least = new asyncio.PriorityQueue<unknown>();
  for (const items of [
    [3, 1, 2, 1],
    ['b', 'a', 'ab', 'Z'],
    [[2, 'b'], [1, 'z'], [1, 'a'], [1], []],
    [[2], [1, 5], [1]],
    [true, 0, 0.5, -1],
    [
      [1, [2, 'x']],
      [1, [1, 'y']],
      [0, [9]],
    ],
  ]) {
    for (const item of items) least.put_nowait(item);
    trace('least first', drain(least));
  }

  class Job {
    constructor(
      readonly priority: number,
      readonly name: string,
    ) {}
    __lt__(other: Job): boolean {
      return this.priority < other.priority;
    }
  }

  for (const job of [new Job(2, 'b'), new Job(1, 'a'), new Job(2, 'c'), new Job(1, 'd'), new Job(2, 'e')]) {
    least.put_nowait(job);
  }
  trace(
    'objects',
    drain(least).map((job) => (job as Job).name),
  );
  least.put_nowait([1, 'a']);
  refuse('text and number', () => least.put_nowait('b'));
  drain(least);
  least.put_nowait({});
  refuse('dicts', () => least.put_nowait({}));
  drain(least);
  least.put_nowait(null);
  refuse('nothing', () => least.put_nowait(null));
  drain(least);
  least.put_nowait([1, {}]);
  refuse('second of two', () => least.put_nowait([1, {}]));
  trace('kept', least.qsize(), asyncio.str(new asyncio.PriorityQueue(3)), asyncio.str(new asyncio.LifoQueue()));
  const stack = new asyncio.LifoQueue<string>(3);
  for (const item of ['a', 'b', 'c']) await stack.put(item);
  refuse('full', () => stack.put_nowait('d'));
  trace('newest first', asyncio.str(stack), drain(stack));
  for (const kind of [asyncio.PriorityQueue, asyncio.LifoQueue] as (typeof asyncio.Queue)[]) {
    const queue = new kind<number>(1);

    const give = asyncio.coroutine(async function give() {
      for (const item of [3, 1, 2]) await queue.put(item);
    });

    const task = asyncio.create_task(give());
    trace('through', [await queue.get(), await queue.get(), await queue.get()]);
    await task;
  }

  class Unique extends asyncio.Queue<string> {
    declare protected _queue: string[];
    protected override _init(): void {
      this._queue = [];
    }
    protected override _put(item: string): void {
      if (!this._queue.includes(item)) this._queue.push(item);
    }
    protected override _get(): string {
      return this._queue.shift()!;
    }
  }

  const unique = new Unique();
  for (const item of 'abab') unique.put_nowait(item);
  trace('own storage', asyncio.str(unique), drain(unique));
});
