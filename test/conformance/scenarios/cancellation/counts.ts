// cancelling counts the requests, uncancel takes one back and never falls below zero.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    const task = asyncio.current_task()!;
    for (let round = 0; round < 3; round++) {
      try {
        await asyncio.sleep(5);
      } catch (error) {
        trace('caught', error, task.cancelling());
      }
    }
    trace('uncancel', task.uncancel(), task.uncancel(), task.uncancel(), task.uncancel());
    return task.cancelling();
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0);
  for (let number = 0; number < 3; number++) {
    task.cancel(number);
    trace('asked', task.cancelling());
    await asyncio.sleep(0.5);
  }
  trace('result', await task, task.cancel(), task.cancelling());
});
