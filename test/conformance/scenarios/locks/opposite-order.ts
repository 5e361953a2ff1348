// Two tasks that take two locks in opposite order wait for each other, until one gives up.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const locks = { left: new asyncio.Lock(), right: new asyncio.Lock() };
  type Side = keyof typeof locks;

  const work = asyncio.coroutine(async function work(name: string, first: Side, second: Side, limit: number) {
    await asyncio.async_with(locks[first], async () => {
      trace(name, 'has', first);
      await asyncio.sleep(1);
      try {
        await asyncio.async_with([asyncio.timeout(limit), locks[second]], async () => {
          trace(name, 'has both');
          await asyncio.sleep(1);
        });
      } catch (error) {
        if (!(error instanceof asyncio.TimeoutError)) throw error;
        trace(name, error, locks[second].locked());
      }
    });
  });

  await asyncio.gather(work('a', 'left', 'right', 5), work('b', 'right', 'left', 2));
  trace(
    'ended',
    Object.values(locks).map((lock) => lock.locked()),
  );
});
