// A time limit around a task group cancels its tasks, and the group waits for them first.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number, cleanUp: number = 0) {
    try {
      await asyncio.sleep(seconds);
      trace(name, 'ends');
    } catch (error) {
      trace(name, error);
      await asyncio.sleep(cleanUp);
      throw error;
    } finally {
      trace(name, 'is over');
    }
  });

  let scope = asyncio.timeout(2);
  try {
    await asyncio.async_with([scope, new asyncio.TaskGroup()], async (_, group) => {
      group.create_task(work('quick', 1));
      group.create_task(work('slow', 5));
      group.create_task(work('slower', 5, 2));
    });
  } catch (error) {
    trace('time is over', error, scope, asyncio.current_task()!.cancelling());
  }

  const fails = asyncio.coroutine(async function fails(seconds: number) {
    await asyncio.sleep(seconds);
    throw new asyncio.ValueError(seconds);
  });

  for (const seconds of [1, 2]) {
    scope = asyncio.timeout(2);
    try {
      await asyncio.async_with(scope, async () => {
        await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
          group.create_task(fails(seconds));
          await asyncio.sleep(5);
        });
      });
    } catch (error) {
      asyncio.except_star(
        error,
        [asyncio.ValueError, (group) => trace('failed before', group.exceptions[0], scope)],
        [asyncio.TimeoutError, (group) => trace('or was too late', group.exceptions[0], scope)],
      );
    }
  }
});
