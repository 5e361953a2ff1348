// Locks, queues, groups and time limits show their state.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();
  const event = new asyncio.Event();
  const condition = new asyncio.Condition(lock);
  const semaphore = new asyncio.Semaphore(2);
  const queue = new asyncio.Queue<string>(3);
  trace('at first', lock, event, condition, semaphore, queue);
  const tasks: asyncio.Future[] = [];
  await asyncio.async_with([lock, semaphore], async () => {
    tasks.push(asyncio.create_task(lock.acquire()), asyncio.create_task(event.wait()));
    queue.put_nowait('item');
    await asyncio.sleep(0);
    trace('in use', lock, event, condition, semaphore, queue);
    event.set();
  });
  await asyncio.wait(tasks);
  trace('later', lock, event, semaphore);
  lock.release();
  await queue.get();
  trace('unfinished', queue, new asyncio.LifoQueue(), new asyncio.PriorityQueue(1));
  const group = new asyncio.TaskGroup();
  trace('group', group);
  await asyncio.async_with(group, async () => {
    group.create_task(asyncio.sleep(0.25));
    trace('entered', group);
  });
  trace('left', group);
  const scope = asyncio.timeout(null);
  trace('scope', scope);
  await asyncio.async_with(scope, async () => {
    trace('entered', scope);
    scope.reschedule(1.5);
    trace('rescheduled', scope);
  });
  trace('left', scope);
});
