// A task that asks for the lock that it holds waits for itself, until a time limit helps it out.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();

  const inner = asyncio.coroutine(async function inner() {
    await asyncio.async_with(lock, async () => {
      trace('never');
    });
  });

  await asyncio.async_with(lock, async () => {
    try {
      await asyncio.async_with(asyncio.timeout(1), async () => {
        await inner();
      });
    } catch (error) {
      trace('inner', error, lock.locked());
    }
    try {
      await asyncio.wait_for(lock.acquire(), 1);
    } catch (error) {
      trace('acquire', error, asyncio.repr(lock).split('[')[1]);
    }
  });
  trace('usable', lock.locked(), await lock.acquire());
});
