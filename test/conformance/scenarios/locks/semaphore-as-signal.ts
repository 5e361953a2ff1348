// A semaphore that begins with nothing counts signals that come before somebody waits.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const signals = new asyncio.Semaphore(0);

  const consume = asyncio.coroutine(async function consume() {
    let count = 0;
    for (;;) {
      try {
        await asyncio.wait_for(signals.acquire(), 2);
      } catch (error) {
        trace('no more', error, asyncio.repr(signals).split('[')[1]);
        return count;
      }
      count += 1;
      trace('signal', count);
    }
  });

  for (let i = 0; i < 3; i++) signals.release();
  const task = asyncio.create_task(consume());
  await asyncio.sleep(1);
  signals.release();
  await asyncio.sleep(1);
  signals.release();
  trace('ended', await task, signals.locked());
  signals.release();
  trace('one is kept', signals.locked(), await signals.acquire());
});
