// Cancelled at every turn: tasks in the order of their ends, by both kinds of iteration.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const tasks: asyncio.Task<string>[] = [];

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    await asyncio.sleep(seconds);
    return name;
  });

  const make = (...names: string[]): asyncio.Task<string>[] => {
    const made = names.map((name, seconds) => asyncio.create_task(work(name, seconds), { name }));
    tasks.push(...made);
    return made;
  };

  const victim = asyncio.coroutine(async function victim() {
    for (const one of asyncio.as_completed(make('a', 'b', 'c'))) trace('plain', await one);
    for await (const task of asyncio.as_completed(make('d', 'e'))) {
      trace('asynchronous', task.get_name(), task.result());
    }
    try {
      for await (const task of asyncio.as_completed(make('f', 'g', 'h'), { timeout: 1.5 })) {
        trace('limited', task.get_name());
      }
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace('late', error);
    }
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    for (const task of tasks) trace('afterwards', task.get_name(), task.done());
    for (const task of tasks) await task;
  });

  return [victim, others, afterwards];
};
