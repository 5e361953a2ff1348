// Waiting tasks are cancelled before, while and after the lock comes to them.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const state = (one: unknown): string => asyncio.repr(one).split('[').slice(1).join('[');

  const lock = new asyncio.Lock();

  const use = asyncio.coroutine(async function use(name: string) {
    try {
      await asyncio.async_with(lock, async () => {
        trace(name, 'has');
        await asyncio.sleep(1);
      });
    } catch (error) {
      trace(name, error, state(lock));
      throw error;
    }
  });

  for (const cancelled of ['first', 'all', 'late']) {
    await lock.acquire();
    const tasks = ['a', 'b', 'c'].map((name) => asyncio.create_task(use(name)));
    await asyncio.sleep(0);
    if (cancelled === 'first') {
      tasks[0]!.cancel();
      lock.release();
    } else if (cancelled === 'all') {
      for (const task of tasks) task.cancel();
      lock.release();
    } else {
      lock.release();
      tasks[0]!.cancel();
      tasks[1]!.cancel();
    }
    trace(cancelled, state(lock), lock.locked());
    trace(cancelled, await asyncio.gather(...tasks, { return_exceptions: true }));
    trace(cancelled, state(lock));
  }

  const barging = asyncio.coroutine(async function barging() {
    await lock.acquire();
    const task = asyncio.create_task(use('waits'));
    await asyncio.sleep(0);
    lock.release();
    trace('barging', lock.locked());
    await asyncio.async_with(lock, async () => {
      trace('later');
    });
    await task;
  });

  await barging();
});
