// Cancelled at every turn: a gathering of tasks, of which one is stubborn and one fails.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    try {
      await asyncio.sleep(seconds);
    } catch (error) {
      trace(name, error);
      if (name === 'stubborn') {
        await asyncio.sleep(1);
        return 'stayed';
      }
      throw error;
    }
    if (name === 'fails') throw new asyncio.ValueError(name);
    return name;
  });

  const victim = asyncio.coroutine(async function victim() {
    tasks.push(asyncio.create_task(work('stubborn', 1)));
    trace('first', await asyncio.gather(tasks[0]!, work('a', 2), work('b', 0)));
    tasks.push(asyncio.create_task(work('c', 3)));
    try {
      await asyncio.gather(work('fails', 1), tasks[1]!);
    } catch (error) {
      if (!(error instanceof asyncio.ValueError)) throw error;
      trace('failed', error);
    }
    trace('third', await asyncio.gather(work('fails', 1), tasks[1]!, { return_exceptions: true }));
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    for (const task of tasks) trace('afterwards', task.done(), task.cancelled());
    trace('again', await asyncio.gather(...tasks.filter((task) => !task.cancelled())));
  });

  return [victim, others, afterwards];
};
