// Cancelled at every turn: waits with a time limit, for a coroutine, a task and nothing.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    try {
      await asyncio.sleep(0);
      await asyncio.sleep(seconds);
      return name;
    } finally {
      trace(name, 'ends');
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    trace('first', await asyncio.wait_for(work('quick', 1), 2));
    tasks.push(asyncio.create_task(work('task', 1)));
    trace('second', await asyncio.wait_for(tasks[0]!, null));
    try {
      await asyncio.wait_for(work('slow', 3), 1);
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace('third', error);
    }
    tasks.push(asyncio.create_task(work('never', 1)));
    try {
      await asyncio.wait_for(tasks[1]!, 0);
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace('fourth', error);
    }
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    for (const task of tasks) trace('afterwards', task.done(), task.cancelled());
  });

  return [victim, others, afterwards];
};
