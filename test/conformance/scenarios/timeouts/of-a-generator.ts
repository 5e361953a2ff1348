// A limit around a loop over an asynchronous generator interrupts the generator where it waits.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const ticks = asyncio.asyncgen(async function* ticks(name: string) {
    let number = 0;
    try {
      for (;;) {
        await asyncio.sleep(1);
        number += 1;
        yield number;
      }
    } catch (error) {
      trace(name, 'is interrupted', error);
      throw error;
    } finally {
      trace(name, 'is over');
    }
  });

  try {
    await asyncio.async_with(asyncio.timeout(2.5), async () => {
      for await (const number of ticks('a')) trace('tick', number);
    });
  } catch (error) {
    trace('over', error);
  }

  const generator = ticks('b');
  for (const limit of [1.5, 0.5, 2]) {
    try {
      await asyncio.async_with(asyncio.timeout(limit), async () => {
        trace('next', await asyncio.anext(generator));
      });
    } catch (error) {
      trace(error instanceof asyncio.TimeoutError ? 'no next' : 'no more', error);
    }
  }
});
