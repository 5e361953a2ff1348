// Cancelled at every turn: a task that waits for a lock, a queue and an event, each for a limited time.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const lock = new asyncio.Lock();
  const queue = new asyncio.Queue<string>();
  const event = new asyncio.Event();

  const limited = asyncio.coroutine(async function limited(name: string, awaitable: asyncio.Coroutine<unknown>) {
    try {
      trace(name, await asyncio.wait_for(awaitable, { timeout: 1 }));
      return true;
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace(name, error, asyncio.current_task()!.cancelling());
      return false;
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    if (await limited('lock', lock.acquire())) lock.release();
    if (await limited('lock again', lock.acquire())) lock.release();
    await limited('queue', queue.get());
    await limited('queue again', queue.get());
    await limited('event', event.wait());
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.async_with(lock, async () => {
      await asyncio.sleep(1);
    });
    await asyncio.sleep(1);
    queue.put_nowait('item');
    await asyncio.sleep(1);
    event.set();
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', lock.locked(), asyncio.str(queue), event.is_set());
    queue.put_nowait('x');
    await limited('lock', lock.acquire());
    await limited('queue', queue.get());
  });

  return [victim, others, afterwards];
};
