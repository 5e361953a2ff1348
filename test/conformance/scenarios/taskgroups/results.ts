// A group is left when all its tasks are done; a task of the group may make more.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    try {
      await asyncio.sleep(seconds);
    } catch (error) {
      trace(name, error);
      throw error;
    }
    trace(name, 'ends');
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const tasks: asyncio.Task[] = [];
  const first = new asyncio.TaskGroup();
  await asyncio.async_with(first, async (group) => {
    const more = asyncio.coroutine(async function more() {
      await asyncio.sleep(1);
      tasks.push(group.create_task(work('more', 1)));
    });

    trace('new', group);
    tasks.push(group.create_task(work('a', 1)));
    tasks.push(group.create_task(work('b', 2), { name: 'named' }));
    group.create_task(more());
    trace('three', group);
    await asyncio.sleep(1.5);
    trace('two', group);
  });
  trace(
    'left',
    first,
    tasks.map((task) => task.result()),
    tasks[1]!.get_name(),
  );
  await asyncio.async_with(new asyncio.TaskGroup(), async () => {});
  const cancelled: asyncio.Task[] = [];
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    const task = group.create_task(work('c', 5));
    cancelled.push(task);
    task.cancel('only this');
    group.create_task(work('d', 1));
  });
  trace('a cancelled task is no error', cancelled[0]!.cancelled());
});
