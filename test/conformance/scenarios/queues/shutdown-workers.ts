// Workers that end when their queue is shut down and empty.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<number>(3);

  const worker = asyncio.coroutine(async function worker(name: string) {
    const done: number[] = [];
    try {
      for (;;) {
        const item = await queue.get();
        await asyncio.sleep(1);
        done.push(item);
        queue.task_done();
      }
    } catch (error) {
      if (!(error instanceof asyncio.QueueShutDown)) throw error;
      trace(name, error, done);
    }
  });

  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    for (const name of 'ab') group.create_task(worker(name));
    for (let item = 0; item < 7; item++) await queue.put(item);
    queue.shutdown();
    trace('shut down', asyncio.str(queue));
    await queue.join();
    trace('joined', asyncio.str(queue));
  });
});
