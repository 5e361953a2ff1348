// A task that answers its cancellation with another error has failed, not been cancelled.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      const instead = new asyncio.ValueError('instead');
      instead.cause = error;
      throw instead;
    }
  });

  const task = asyncio.create_task(work());
  await asyncio.sleep(0);
  task.cancel('stop');
  try {
    await task;
  } catch (error) {
    trace('caught', error, (error as Error).cause);
  }
  trace('state', task.cancelled(), task.exception());
});
