// A wait whose time is over takes the lock again before it raises, however long that takes.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const condition = new asyncio.Condition();

  const wait = asyncio.coroutine(async function wait(name: string, seconds: number) {
    await asyncio.async_with(condition, async () => {
      try {
        await asyncio.wait_for(
          condition.wait_for(() => false),
          seconds,
        );
      } catch (error) {
        if (!(error instanceof asyncio.TimeoutError)) throw error;
        trace(name, error, condition.locked());
      }
      trace(name, 'still holds it', condition.locked());
    });
  });

  const hold = asyncio.coroutine(async function hold(begin: number, end: number) {
    await asyncio.sleep(begin);
    await asyncio.async_with(condition, async () => {
      condition.notify_all();
      await asyncio.sleep(end - begin);
      trace('given back');
    });
  });

  await wait('alone', 1);
  await asyncio.gather(wait('a', 2), wait('b', 4), hold(1, 3));
  trace('ended', condition.locked());
});
