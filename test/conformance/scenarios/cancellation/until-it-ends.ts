// A task that swallows cancellations is asked again until it gives in.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const stubborn = asyncio.coroutine(async (patienceAtFirst: number) => {
    let patience = patienceAtFirst;
    for (;;) {
      try {
        await asyncio.sleep(1);
        return 'slept';
      } catch (error) {
        trace('asked', error, patience);
        patience -= 1;
        if (patience === 0) throw error;
      }
    }
  });

  const task = asyncio.create_task(stubborn(4));
  await asyncio.sleep(0.25);
  let attempts = 0;
  while (!task.done()) {
    attempts += 1;
    task.cancel(`attempt ${attempts}`);
    await asyncio.sleep(0);
  }
  trace('ended', attempts, task.cancelled(), task.cancelling());
});
