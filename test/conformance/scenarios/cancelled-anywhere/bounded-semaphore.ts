// Cancelled at every turn: a task that takes and gives back a bounded semaphore, among others that do.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const semaphore = new asyncio.BoundedSemaphore(2);

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    await asyncio.async_with(semaphore, async () => {
      trace(name, 'in');
      await asyncio.sleep(seconds);
    });
    trace(name, 'out');
  });

  const victim = asyncio.coroutine(async function victim() {
    await work('victim', 1);
    await semaphore.acquire();
    try {
      trace('victim', 'holds');
      await asyncio.sleep(0);
    } finally {
      semaphore.release();
    }
    await work('victim', 0);
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.gather(work('a', 1), work('b', 0), work('c', 1));
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', semaphore.locked(), asyncio.repr(semaphore).split('[')[1]);
    try {
      semaphore.release();
    } catch (error) {
      if (!(error instanceof asyncio.ValueError)) throw error;
      trace('afterwards', error);
    }
    await asyncio.gather(work('d', 1), work('e', 1));
  });

  return [victim, others, afterwards];
};
