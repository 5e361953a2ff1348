// If the awaited task answers the cancellation with an error, the awaiting one gets that error.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const inner = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch {
      throw new asyncio.KeyError('broken');
    }
  });

  const outer = asyncio.coroutine(async (task: asyncio.Task<void>) => {
    try {
      await task;
    } catch (error) {
      trace('outer gets', error);
      throw error;
    }
  });

  const child = asyncio.create_task(inner());
  const parent = asyncio.create_task(outer(child));
  await asyncio.sleep(0.25);
  parent.cancel();
  try {
    await parent;
  } catch (error) {
    trace('main gets', error, parent.cancelled());
  }
});
