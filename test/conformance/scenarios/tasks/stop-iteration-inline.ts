// A StopIteration that leaves an awaited coroutine becomes a RuntimeError.
// Not in generator, mixed style (between generator bodies it passes as it is; see docs/differences.md).
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
});
