// A coroutine that somebody awaits can't be awaited by a second one.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    await asyncio.sleep(0.5);
    return 'worked';
  });

  const coroutine = work();

  const ask = asyncio.coroutine(async (name: string) => {
    try {
      trace(name, await coroutine);
    } catch (error) {
      trace(name, error);
    }
  });

  await asyncio.gather(ask('a'), ask('b'));
});
