// The error that the coroutine let pass is the one that its first awaiter gets.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const seen: unknown[] = [];

  const work = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      seen.push(error);
      throw error;
    }
  });

  const ask = asyncio.coroutine(async (task: asyncio.Task<void>) => {
    try {
      await task;
    } catch (error) {
      seen.push(error);
    }
  });

  const task = asyncio.create_task(work());
  const askers = [asyncio.create_task(ask(task)), asyncio.create_task(ask(task))];
  await asyncio.sleep(0);
  task.cancel('msg');
  await asyncio.gather(...askers);
  trace('seen', seen, seen[0] === seen[1], seen[0] === seen[2]);
});
