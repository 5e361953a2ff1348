// A StopIteration that leaves the coroutine of a task becomes a RuntimeError.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    await asyncio.sleep(0);
    throw new asyncio.StopIteration(5);
  });

  try {
    await asyncio.create_task(work());
  } catch (error) {
    trace('task', error, (error as Error).cause);
  }
});
