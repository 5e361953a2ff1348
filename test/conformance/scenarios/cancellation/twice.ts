// Two cancellations before the task has got the first are delivered as one, and both count.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    const task = asyncio.current_task()!;
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('first', error, task.cancelling());
    }
    try {
      await asyncio.sleep(0.5);
      trace('no second');
    } catch (error) {
      trace('second', error, task.cancelling());
    }
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0);
  trace('cancel', task.cancel('a'), task.cancel('b'));
  await task;
  const unbegun = asyncio.create_task(work());
  trace('cancel', unbegun.cancel('a'), unbegun.cancel('b'), unbegun.cancelling());
  try {
    await unbegun;
  } catch (error) {
    trace('unbegun', error);
  }
});
