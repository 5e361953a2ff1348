// Scopes in scopes: the one whose time is over raises, and only it.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const nested = asyncio.coroutine(async function nested(outerDelay: number, innerDelay: number, seconds: number) {
    const outer = asyncio.timeout(outerDelay);
    const inner = asyncio.timeout(innerDelay);
    try {
      await asyncio.async_with(outer, async () => {
        try {
          await asyncio.async_with(inner, async () => {
            await asyncio.sleep(seconds);
          });
        } catch (error) {
          if (!(error instanceof asyncio.TimeoutError)) throw error;
          trace('inner', error);
          await asyncio.sleep(1);
        }
      });
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace('outer', error);
    }
    const task = asyncio.current_task()!;
    trace('ended', outer.expired(), inner.expired(), task.cancelling());
    await asyncio.sleep(0);
  });

  await nested(3, 1, 9);
  await nested(1, 3, 9);
  await nested(1, 1, 9);
  await nested(2, 1, 9);
  await nested(5, 5, 1);
  await nested(0, 0, 1);
});
