// Cancelled at every turn: a task that puts items into a full queue, among others that do.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const queue = new asyncio.Queue<string>(1);

  const give = asyncio.coroutine(async function give(name: string, count: number) {
    for (let i = 0; i < count; i++) {
      await queue.put(`${name} ${i}`);
      trace(name, i);
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await give('victim', 3);
  });

  const others = asyncio.coroutine(async function others() {
    const task = asyncio.create_task(give('other', 2));
    await asyncio.sleep(1);
    trace('got', await queue.get());
    trace('got', await queue.get());
    await asyncio.sleep(1);
    trace('got', queue.get_nowait());
    await asyncio.sleep(1);
    await task;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.str(queue));
    while (!queue.empty()) {
      trace('left', queue.get_nowait());
      await asyncio.sleep(0);
    }
    await queue.put('x');
    trace('full', queue.full());
  });

  return [victim, others, afterwards];
};
