// A task that was woken and hasn't run yet shows with what it was woken.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const [lock, event, semaphore, condition] = [
    new asyncio.Lock(),
    new asyncio.Event(),
    new asyncio.Semaphore(0),
    new asyncio.Condition(),
  ];
  const [empty, full] = [new asyncio.Queue(), new asyncio.Queue(1)];
  await lock.acquire();
  full.put_nowait('item');

  const notified = asyncio.coroutine(async function notified() {
    await asyncio.async_with(condition, async () => {
      await condition.wait();
    });
  });

  const waits: (() => asyncio.Coroutine<unknown>)[] = [
    () => lock.acquire(),
    () => event.wait(),
    () => semaphore.acquire(),
    notified,
    () => empty.get(),
    () => full.put('more'),
  ];
  const tasks = waits.map((wait, number) => asyncio.create_task(wait(), { name: `waits-${String(number)}` }));
  await asyncio.sleep(0);

  const waitedFor = (task: asyncio.Task) => asyncio.repr(task).split('wait_for=')[1]?.split(' cb=')[0] ?? '';

  for (const task of tasks) trace('asleep', task.get_name(), waitedFor(task));
  lock.release();
  event.set();
  semaphore.release();
  await condition.acquire();
  condition.notify();
  condition.release();
  empty.put_nowait('new');
  full.get_nowait();
  for (const task of tasks) trace('woken', task.get_name(), waitedFor(task));
  trace('results', await asyncio.gather(...tasks));
});
