// A leftover task that fails while it is cancelled is reported.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

const kept: asyncio.Task<unknown>[] = [];

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work() {
    try {
      await asyncio.sleep(5);
    } finally {
      throw new asyncio.ValueError('in the clean-up');
    }
  });

  kept.push(asyncio.create_task(work(), { name: 'leftover' }));
  await asyncio.sleep(0.5);
  trace('main ends');
  return 'result';
});
