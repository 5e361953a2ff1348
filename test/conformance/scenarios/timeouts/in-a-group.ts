// A task of a group whose time is over fails the group like any other failure.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const limited = asyncio.coroutine(async function limited(name: string, limit: number, seconds: number) {
    await asyncio.async_with(asyncio.timeout(limit), async () => {
      try {
        await asyncio.sleep(seconds);
      } catch (error) {
        trace(name, error, asyncio.current_task()!.cancelling());
        throw error;
      }
    });
    trace(name, 'in time');
    return name;
  });

  let tasks: asyncio.Task<string>[] = [];
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      tasks = [
        group.create_task(limited('a', 3, 1)),
        group.create_task(limited('b', 2, 9)),
        group.create_task(limited('c', 9, 8)),
        group.create_task(limited('d', 2, 7)),
      ];
    });
  } catch (error) {
    asyncio.except_star(error, [asyncio.TimeoutError, (group) => trace('failed', group)]);
  }
  trace(
    'tasks',
    tasks.map((task) => task.cancelled() || (task.exception() ?? task.result())),
  );
});
