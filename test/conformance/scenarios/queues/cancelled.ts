// Cancelled in the iteration in which it is woken, a task loses no item and no room.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const take = asyncio.coroutine(async function take(queue: asyncio.Queue, name: string) {
    try {
      trace(name, await queue.get());
    } catch (error) {
      trace(name, error);
      throw error;
    }
  });

  const give = asyncio.coroutine(async function give(queue: asyncio.Queue, name: string) {
    try {
      trace(name, await queue.put(name));
    } catch (error) {
      trace(name, error);
      throw error;
    }
  });

  let queue = new asyncio.Queue();
  let tasks = ['a', 'b', 'c'].map((name) => asyncio.create_task(take(queue, name)));
  await asyncio.sleep(0);
  queue.put_nowait(1);
  tasks[0]!.cancel('woken');
  tasks[1]!.cancel('asleep');
  trace('gets', asyncio.str(queue));
  trace('ended', await asyncio.gather(...tasks, { return_exceptions: true }), asyncio.str(queue));
  queue = new asyncio.Queue(1);
  queue.put_nowait(0);
  tasks = ['a', 'b', 'c'].map((name) => asyncio.create_task(give(queue, name)));
  await asyncio.sleep(0);
  trace('got', queue.get_nowait());
  tasks[0]!.cancel('woken');
  tasks[1]!.cancel('asleep');
  trace('ended', await asyncio.gather(...tasks, { return_exceptions: true }), asyncio.str(queue));
  tasks = ['d', 'e'].map((name) => asyncio.create_task(give(queue, name)));
  await asyncio.sleep(0);
  for (const task of tasks) task.cancel();
  await asyncio.sleep(0);
  trace('got', queue.get_nowait(), asyncio.str(queue));
});
