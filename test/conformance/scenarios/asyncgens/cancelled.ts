// A cancellation interrupts the generator where it waits.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const ticks = asyncio.asyncgen(async function* () {
    let number = 0;
    try {
      for (;;) {
        await asyncio.sleep(0.5);
        yield number;
        number += 1;
      }
    } catch (error) {
      trace('generator gets', error);
      throw error;
    } finally {
      trace('generator ends');
    }
  });

  const consumer = asyncio.coroutine(async () => {
    for await (const tick of ticks()) trace('tick', tick);
  });

  const task = asyncio.create_task(consumer());
  await asyncio.sleep(1.25);
  task.cancel('enough');
  try {
    await task;
  } catch (error) {
    trace('caught', error);
  }
});
