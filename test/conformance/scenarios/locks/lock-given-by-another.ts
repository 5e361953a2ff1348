// Any task may give a lock back, whoever took it; who leaves `async with` then is told so.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();

  const holder = asyncio.coroutine(async function holder() {
    await asyncio.async_with(lock, async () => {
      trace('holder has it');
      await asyncio.sleep(2);
      trace('holder still believes so', lock.locked());
    });
  });

  const thief = asyncio.coroutine(async function thief() {
    await asyncio.sleep(1);
    lock.release();
    await asyncio.async_with(lock, async () => {
      trace('thief has it');
    });
  });

  const results = await asyncio.gather(holder(), thief(), { return_exceptions: true });
  trace('ended', results, lock.locked());
  try {
    await asyncio.async_with(lock, async () => {
      lock.release();
      throw new asyncio.ValueError('hidden by the release');
    });
  } catch (error) {
    trace('told', error, (error as asyncio.RuntimeError).__context__);
  }
});
