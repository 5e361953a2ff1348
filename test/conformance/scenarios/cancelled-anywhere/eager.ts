// Cancelled at every turn: a task that makes tasks which start at once, by the factory and by the keyword.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const lock = new asyncio.Lock();
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, turns: number) {
    trace(name, 'begins');
    await asyncio.async_with(lock, async () => {
      for (let i = 0; i < turns; i++) await asyncio.sleep(0);
    });
    trace(name, 'ends');
    return name;
  });

  const victim = asyncio.coroutine(async function victim() {
    const loop = asyncio.get_running_loop();
    tasks.push(asyncio.create_task(work('by keyword', 1), { eager_start: true }));
    loop.set_task_factory(asyncio.eager_task_factory);
    try {
      await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
        tasks.push(group.create_task(work('done at once', 0)));
        tasks.push(group.create_task(work('waits', 1)));
      });
      trace('gathered', await asyncio.gather(work('a', 0), work('b', 1)));
      trace('limited', await asyncio.wait_for(work('c', 1), { timeout: 1 }));
      await asyncio.sleep(1);
    } finally {
      loop.set_task_factory(null);
    }
  });

  const others = asyncio.coroutine(async function others() {
    await work('other', 2);
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace(
      'afterwards',
      lock.locked(),
      tasks.map((task) => task.done()),
    );
    await asyncio.gather(...tasks, { return_exceptions: true });
    await work('afterwards', 0);
  });

  return [victim, others, afterwards];
};
