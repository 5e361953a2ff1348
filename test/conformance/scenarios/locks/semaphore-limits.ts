// A semaphore lets so many work at once, and begins the next as one ends.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const semaphore = new asyncio.Semaphore(3);
  let running = 0;
  let most = 0;

  const work = asyncio.coroutine(async function work(number: number) {
    await asyncio.async_with(semaphore, async () => {
      running += 1;
      most = Math.max(most, running);
      await asyncio.sleep(1 + (number % 3));
      running -= 1;
    });
    return asyncio.get_running_loop().time();
  });

  trace('ends', await asyncio.gather(...Array.from({ length: 10 }, (_, number) => work(number))));
  trace('at most', most, semaphore.locked());
});
