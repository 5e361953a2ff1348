// Cancelled at every turn: a task that takes permits, among others that want them.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const semaphore = new asyncio.BoundedSemaphore(2);

  const use = asyncio.coroutine(async function use(name: string, seconds: number) {
    await asyncio.async_with(semaphore, async () => {
      trace(name, 'has');
      await asyncio.sleep(seconds);
    });
    trace(name, 'gave');
  });

  const victim = asyncio.coroutine(async function victim() {
    await use('victim', 1);
    await semaphore.acquire();
    try {
      await asyncio.sleep(0);
    } finally {
      semaphore.release();
    }
    await use('victim', 0);
  });

  const others = asyncio.coroutine(async function others() {
    const tasks = ['a', 'b', 'c', 'd'].map((name) => asyncio.create_task(use(name, 1)));
    for (const task of tasks) await task;
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', semaphore.locked(), asyncio.repr(semaphore).split('[')[1]);
    await asyncio.async_with(semaphore, async () => {
      await use('afterwards', 0);
    });
    try {
      semaphore.release();
    } catch (error) {
      trace('released', error);
    }
  });

  return [victim, others, afterwards];
};
