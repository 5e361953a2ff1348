// run cancels the tasks that main leaves behind, and waits for their clean-up.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

const kept: asyncio.Task<unknown>[] = [];

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, cleanUp: number) => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, 'gets', error);
      await asyncio.sleep(cleanUp);
      trace(name, 'is clean');
      throw error;
    }
  });

  const swallows = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch {
      await asyncio.sleep(1);
      trace('swallowed');
    }
  });

  kept.push(asyncio.create_task(work('a', 0.5)));
  kept.push(asyncio.create_task(swallows()));
  kept.push(asyncio.create_task(work('b', 0.25)));
  await asyncio.sleep(0.5);
  kept.push(asyncio.create_task(work('begins late', 0)));
  trace('main ends');
  return 'result';
});
