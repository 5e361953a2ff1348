// What is shielded inside a limit goes on after it; what is gathered doesn't.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    try {
      await asyncio.sleep(seconds);
      trace(name, 'ends');
      return name;
    } catch (error) {
      trace(name, error);
      throw error;
    }
  });

  const task = asyncio.create_task(work('shielded', 3));
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      await asyncio.shield(task);
    });
  } catch (error) {
    trace('over', error, task.done());
  }
  trace('later', await task);

  const kept = asyncio.create_task(work('kept', 3));
  try {
    await asyncio.async_with(asyncio.timeout(2), async () => {
      await asyncio.gather(work('a', 1), work('b', 5), asyncio.shield(kept), { return_exceptions: true });
    });
  } catch (error) {
    trace('gathered', error, kept.done());
  }
  const waited = asyncio.create_task(work('waited for', 2));
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      await asyncio.wait([kept, waited]);
    });
  } catch (error) {
    trace('only waited for', error, kept.done(), waited.done());
  }
  trace('all', await waited);
});
