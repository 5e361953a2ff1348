// A free lock, a set event and a semaphore with permits are taken without giving the turn away.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const other = asyncio.coroutine(async function other(name: string) {
    trace(name, 'had a turn');
  });

  const take = asyncio.coroutine(async function take(name: string, awaitable: asyncio.Awaitable<unknown>) {
    const task = asyncio.create_task(other(name));
    trace(name, await awaitable, task.done());
    await task;
  });

  const event = new asyncio.Event();
  event.set();
  const queue = new asyncio.Queue<number>();
  await take('lock', new asyncio.Lock().acquire());
  await take('event', event.wait());
  await take('semaphore', new asyncio.Semaphore(2).acquire());
  await take('bounded', new asyncio.BoundedSemaphore(1).acquire());
  await take('barrier', new asyncio.Barrier(1).wait());
  await take('put', queue.put(1));
  await take('get', queue.get());
  queue.task_done();
  await take('join', queue.join());
});
