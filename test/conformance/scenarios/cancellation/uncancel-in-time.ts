// uncancel before the delivery takes a pending cancellation back.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    const task = asyncio.current_task()!;
    task.cancel('never delivered');
    trace('uncancel', task.uncancel());
    await asyncio.sleep(0.5);
    trace('slept');
    task.cancel('first');
    task.cancel('second');
    trace('uncancel', task.uncancel());
    try {
      await asyncio.sleep(0.5);
    } catch (error) {
      trace('delivered', error, task.cancelling());
    }
  });

  const task = asyncio.create_task(work());
  await task;
  trace('end', task.cancelled(), task.cancelling());
});
