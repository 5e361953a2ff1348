// A coroutine can't be driven from within itself.
// Not in wrapped, mixed style (a native body can't be stepped by hand).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {
    const attempts = [
      () => coroutine.send(null),
      () => coroutine.throw(new asyncio.ValueError()),
      () => coroutine.close(),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch (error) {
        trace('refused', error);
      }
    }
    try {
      await coroutine;
    } catch (error) {
      trace('refused', (error as Error).name, error);
    }
    return 'unharmed';
  });

  const coroutine: asyncio.Coroutine<string> = work();
  trace(await coroutine);
});
