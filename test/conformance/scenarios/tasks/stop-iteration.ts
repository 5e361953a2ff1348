// A StopIteration that leaves a coroutine becomes a RuntimeError.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    await asyncio.sleep(0);
    throw new asyncio.StopIteration(5);
  });

  try {
    await work();
  } catch (error) {
    trace('inline', error, (error as Error).cause);
  }
  try {
    await asyncio.create_task(work());
  } catch (error) {
    trace('task', error, (error as Error).cause);
  }
});
