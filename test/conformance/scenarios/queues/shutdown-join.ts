// An immediate shutdown counts what it throws away as done; what a worker has taken still has to be done.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<number>();

  const join = asyncio.coroutine(async function join(name: string) {
    await queue.join();
    trace(name, 'joined');
  });

  for (let item = 0; item < 4; item++) queue.put_nowait(item);
  const taken = [queue.get_nowait(), queue.get_nowait()];
  const task = asyncio.create_task(join('early'));
  await asyncio.sleep(1);
  queue.shutdown({ immediate: true });
  trace('shut down', asyncio.str(queue), taken);
  await asyncio.sleep(1);
  trace('still not', task.done());
  queue.task_done();
  queue.task_done();
  await task;
  await join('late');
  try {
    queue.task_done();
  } catch (error) {
    trace('too often', error);
  }
});
