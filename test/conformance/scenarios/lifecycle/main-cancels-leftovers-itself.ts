// Tasks that main cancelled just before its end still end in order.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

const kept: asyncio.Task<unknown>[] = [];

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string) => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, 'gets', error);
      throw error;
    }
  });

  for (const name of 'ab') kept.push(asyncio.create_task(work(name)));
  await asyncio.sleep(0.5);
  kept[0]!.cancel('by main');
  trace('main ends');
});
