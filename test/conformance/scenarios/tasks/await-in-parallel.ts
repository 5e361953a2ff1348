// Tasks begun before the first await overlap; coroutines awaited one after the other do not.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, delay: number) => {
    await asyncio.sleep(delay);
    trace('done', name);
  });

  await work('a', 0.5);
  await work('b', 0.5);
  const first = asyncio.create_task(work('c', 0.5));
  const second = asyncio.create_task(work('d', 0.25));
  await first;
  await second;
});
