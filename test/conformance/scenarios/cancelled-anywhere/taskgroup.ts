// Cancelled at every turn: the task that holds a group, with children that end, fail and take their time.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    try {
      await asyncio.sleep(seconds);
    } catch (error) {
      trace(name, error);
      await asyncio.sleep(0);
      throw error;
    }
    if (name === 'fails') throw new asyncio.ValueError(name);
    trace(name, 'ends');
  });

  const victim = asyncio.coroutine(async function victim() {
    const first = new asyncio.TaskGroup();
    await asyncio.async_with(first, async (group) => {
      group.create_task(work('a', 1));
      group.create_task(work('b', 0));
      await asyncio.sleep(0);
    });
    trace('left', first);
    try {
      await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
        group.create_task(work('fails', 1));
        group.create_task(work('c', 2));
        await asyncio.async_with(new asyncio.TaskGroup(), async (inner) => {
          inner.create_task(work('d', 3));
        });
      });
    } catch (error) {
      asyncio.except_star(error, [
        asyncio.ValueError,
        (group) => {
          trace('failed', group, asyncio.current_task()!.cancelling());
        },
      ]);
    }
    await asyncio.sleep(1);
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    const tasks: asyncio.Task[] = [];
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      tasks.push(group.create_task(work('afterwards', 1)));
    });
    trace('done', tasks[0]!.done());
  });

  return [victim, others, afterwards];
};
