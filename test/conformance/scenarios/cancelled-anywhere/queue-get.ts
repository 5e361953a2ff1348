// Cancelled at every turn: a task that takes items out of a queue, among others that do.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const queue = new asyncio.Queue<number | string>();

  const take = asyncio.coroutine(async function take(name: string, count: number) {
    for (let i = 0; i < count; i++) {
      trace(name, await queue.get());
      queue.task_done();
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await take('victim', 3);
  });

  const others = asyncio.coroutine(async function others() {
    const task = asyncio.create_task(take('other', 2));
    await asyncio.sleep(1);
    for (const i of [0, 1, 2]) queue.put_nowait(i);
    await asyncio.sleep(0);
    queue.put_nowait(3);
    await asyncio.sleep(1);
    queue.put_nowait(4);
    await task;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.str(queue));
    while (!queue.empty()) trace('left', queue.get_nowait());
    queue.put_nowait('x');
    trace('taken', await queue.get());
  });

  return [victim, others, afterwards];
};
