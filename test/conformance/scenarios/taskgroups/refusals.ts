// When a group takes no tasks, and when it can't be entered.
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

  const refuse = (label: string, group: asyncio.TaskGroup, ...args: unknown[]): void => {
    const coroutine = work(label, 0);
    try {
      group.create_task(coroutine, ...(args as []));
      trace('taken');
    } catch (error) {
      trace(label, error, asyncio.inspect.getcoroutinestate(coroutine) === asyncio.inspect.CORO_CLOSED);
      coroutine.close();
    }
  };

  const first = new asyncio.TaskGroup();
  refuse('not entered', first);
  await asyncio.async_with(first, async () => {
    refuse('arguments', first, 1);
    try {
      await first.__aenter__();
    } catch (error) {
      trace('entered twice', error);
    }
  });
  refuse('finished', first);
  try {
    await asyncio.async_with(first, async () => {
      trace('never');
    });
  } catch (error) {
    trace('entered again', error);
  }

  const atTheEnd = asyncio.coroutine(async function at_the_end(group: asyncio.TaskGroup) {
    try {
      await asyncio.sleep(5);
    } catch {
      refuse('shutting down', group);
    }
  });

  const second = new asyncio.TaskGroup();
  try {
    await asyncio.async_with(second, async () => {
      second.create_task(atTheEnd(second));
      await asyncio.sleep(0);
      throw new asyncio.ValueError('body');
    });
  } catch (error) {
    trace('failed', error);
  }
  refuse('finished with an error', second);
  for (const args of [[], [5]]) {
    try {
      await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
        group.create_task(...(args as [never]));
      });
    } catch (error) {
      trace('wrong', error);
    }
  }
});
