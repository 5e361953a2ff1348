// Cancelled at every turn: waits that keep the cancellation from what they wait for.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    try {
      await asyncio.sleep(seconds);
      return name;
    } catch (error) {
      trace(name, 'cancelled');
      throw error;
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    tasks.push(asyncio.create_task(work('a', 1)));
    trace('first', await asyncio.shield(tasks[0]!));
    trace('done', await asyncio.shield(tasks[0]!));
    tasks.push(asyncio.create_task(work('b', 2)));
    try {
      await asyncio.shield(tasks[1]!);
    } catch (error) {
      trace('caught', error);
      trace('anyway', await tasks[1]);
    }
    trace('own', await asyncio.shield(work('c', 0)));
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    for (const task of tasks) trace('afterwards', task.done(), await task);
  });

  return [victim, others, afterwards];
};
