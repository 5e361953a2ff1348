// A task that only gives up its turn is cancelled there.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    let turns = 0;
    try {
      for (;;) {
        await asyncio.sleep(0);
        turns += 1;
      }
    } catch (error) {
      trace('after', turns, error);
      throw error;
    }
  });

  const task = asyncio.create_task(work());
  for (let turn = 0; turn < 5; turn++) await asyncio.sleep(0);
  task.cancel('enough');
  try {
    await task;
  } catch (error) {
    trace('caught', error);
  }
});
