// Cancelled at every turn: a task that takes the least items out of a queue of priorities, among others that do.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const queue = new asyncio.PriorityQueue<[number, string]>(3);

  const take = asyncio.coroutine(async function take(name: string, count: number) {
    for (let i = 0; i < count; i++) {
      const [priority, item] = await queue.get();
      trace(name, priority, item);
      queue.task_done();
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await queue.put([5, 'v']);
    await take('victim', 3);
    await queue.join();
    trace('victim', 'joined');
  });

  const others = asyncio.coroutine(async function others() {
    const other = asyncio.create_task(take('other', 2));
    await asyncio.sleep(1);
    for (const priority of [3, 1, 2]) await queue.put([priority, 'o']);
    await asyncio.sleep(0);
    await queue.put([0, 'late']);
    await asyncio.sleep(1);
    if (!other.done()) await queue.put([9, 'last']);
    await other;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.str(queue));
    while (!queue.empty()) {
      trace('left', queue.get_nowait());
      queue.task_done();
    }
    await queue.put([1, 'x']);
    await take('afterwards', 1);
    await queue.join();
  });

  return [victim, others, afterwards];
};
