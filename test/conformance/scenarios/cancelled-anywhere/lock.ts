// Cancelled at every turn: a task that takes a lock, among others that want it.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const lock = new asyncio.Lock();

  const use = asyncio.coroutine(async function use(name: string, seconds: number) {
    trace(name, 'wants', lock.locked());
    await asyncio.async_with(lock, async () => {
      trace(name, 'has');
      await asyncio.sleep(seconds);
    });
    trace(name, 'gave');
  });

  const victim = asyncio.coroutine(async function victim() {
    await use('victim', 1);
    await lock.acquire();
    trace('again');
    lock.release();
    await use('victim', 0);
  });

  const others = asyncio.coroutine(async function others() {
    const [first, second] = await asyncio.async_with(lock, async () => {
      const first = asyncio.create_task(use('a', 1));
      const second = asyncio.create_task(use('b', 0));
      await asyncio.sleep(1);
      return [first, second];
    });
    await first;
    await second;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', lock.locked(), asyncio.repr(lock).split('[')[1]);
    await use('afterwards', 0);
  });

  return [victim, others, afterwards];
};
