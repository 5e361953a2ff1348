// After a shutdown each kind of queue gives what is left in its own order; who waits to put fails.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const put = asyncio.coroutine(async function put(queue: asyncio.Queue<number>, item: number) {
    try {
      await queue.put(item);
    } catch (error) {
      trace('put', item, error);
    }
  });

  const kinds: (typeof asyncio.Queue<number>)[] = [asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue];
  for (const kind of kinds) {
    const queue = new kind(3);
    const tasks = [2, 3, 1, 0, 9].map((item) => asyncio.create_task(put(queue, item)));
    await asyncio.sleep(0);
    queue.shutdown();
    trace('shut down', asyncio.str(queue), queue.full());
    const left: number[] = [];
    try {
      for (;;) left.push(await queue.get());
    } catch (error) {
      if (!(error instanceof asyncio.QueueShutDown)) throw error;
    }
    const done = tasks.map((task) => task.done());
    trace('left', left, done);
  }
});
