// Of the items that wait in a full priority queue the least goes first; who waits outside has no priority yet.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.PriorityQueue<[number, string]>(2);

  const give = asyncio.coroutine(async function give(...item: [number, string]) {
    await queue.put(item);
    trace('in', item);
  });

  const tasks = (
    [
      [5, 'five'],
      [4, 'four'],
      [3, 'three'],
      [1, 'one'],
    ] as [number, string][]
  ).map((item) => asyncio.create_task(give(...item)));
  await asyncio.sleep(0);
  trace('full', asyncio.str(queue));
  for (const _ of tasks) {
    trace('out', await queue.get());
    await asyncio.sleep(0);
  }
  const waiting = [...'ab'].map((name) => asyncio.create_task(queue.get(), { name }));
  await asyncio.sleep(0);
  await queue.put([9, 'for the first']);
  await queue.put([1, 'but the least is taken first']);
  trace('taken', await asyncio.gather(...waiting));
});
