// `async with` a barrier gives the index; one of the tasks does what all need once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const barrier = new asyncio.Barrier(3);

  const work = asyncio.coroutine(async function work(name: string) {
    await asyncio.async_with(barrier, async (position) => {
      if (position === 0) trace(name, 'cleans up for all');
      else trace(name, 'is', position);
    });
    try {
      await asyncio.async_with(barrier, async () => {
        throw new asyncio.ValueError(name);
      });
    } catch (error) {
      return error;
    }
    return null;
  });

  trace('ended', await asyncio.gather(...[...'abc'].map((name) => work(name))));

  const breaker = asyncio.coroutine(async function breaker() {
    await asyncio.sleep(1);
    await barrier.abort();
  });

  const late = asyncio.coroutine(async function late() {
    try {
      await asyncio.async_with(barrier, async () => {
        trace('never');
      });
    } catch (error) {
      return [asyncio.str(error), error instanceof asyncio.RuntimeError];
    }
    return null;
  });

  trace('broken', (await asyncio.gather(late(), late(), breaker())).slice(0, 2));
});
