// Cancelled at every turn: waits for several tasks, in the three ways.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    try {
      await asyncio.sleep(seconds);
      if (seconds === 2) throw new asyncio.ValueError(name);
      return name;
    } catch (error) {
      if (error instanceof asyncio.CancelledError) trace(name, 'cancelled');
      throw error;
    }
  });

  const names = (sets: Set<asyncio.Task>[]): string[][] =>
    sets.map((ones) => Array.from(ones, (task) => task.get_name()));

  const victim = asyncio.coroutine(async function victim() {
    for (const [name, seconds] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const) {
      tasks.push(asyncio.create_task(work(name, seconds), { name }));
    }
    trace('first', names(await asyncio.wait(tasks, { return_when: asyncio.FIRST_COMPLETED })));
    trace('exception', names(await asyncio.wait(tasks, { return_when: asyncio.FIRST_EXCEPTION })));
    trace('time', names(await asyncio.wait(tasks, { timeout: 0.5 })));
    trace('all', names(await asyncio.wait(tasks)));
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    for (const task of tasks) trace('afterwards', task.get_name(), task.done(), task.cancelled());
    for (const task of tasks) {
      try {
        trace('result', await task);
      } catch (error) {
        trace('error', error);
      }
    }
  });

  return [victim, others, afterwards];
};
