// A group whose task is cancelled cancels its tasks, waits for them, and goes on being cancelled.
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

  const slow = asyncio.coroutine(async function slow(name: string) {
    try {
      await asyncio.sleep(5);
    } catch {
      await asyncio.sleep(2);
      trace(name, 'ends at last');
    }
  });

  const failing = asyncio.coroutine(async function failing(name: string) {
    try {
      await asyncio.sleep(5);
    } catch {
      throw new asyncio.ValueError(name);
    }
  });

  const parent = asyncio.coroutine(async function parent(where: string, fails: boolean) {
    const task = asyncio.current_task()!;
    const group = new asyncio.TaskGroup();
    try {
      await asyncio.async_with(group, async () => {
        group.create_task(slow('slow'));
        group.create_task<unknown>(fails ? failing('fails') : work('a', 3));
        if (where === 'body') await asyncio.sleep(5);
      });
    } catch (error) {
      if (error instanceof asyncio.CancelledError) {
        trace('cancelled', error, task.cancelling(), group);
        throw error;
      }
      trace('failed', error, task.cancelling(), group);
      await asyncio.sleep(1);
      trace('never');
    }
  });

  for (const where of ['body', 'end']) {
    for (const fails of [false, true]) {
      for (const times of [1, 2]) {
        trace(where, fails, times);
        const task = asyncio.create_task(parent(where, fails));
        for (let i = 0; i < times; i++) {
          await asyncio.sleep(1);
          task.cancel(`request ${i}`);
        }
        try {
          trace('ended', await task);
        } catch (error) {
          trace('ended', error, task.cancelling());
        }
      }
    }
  }
});
