// Cancelled at every turn: a task in time limits within each other, which end one before, with and after the other.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const requests = (): number => asyncio.current_task()!.cancelling();

  const nested = asyncio.coroutine(async function nested(name: string, outer: number, inner: number, seconds: number) {
    try {
      await asyncio.async_with(asyncio.timeout(outer), async () => {
        try {
          await asyncio.async_with(asyncio.timeout(inner), async () => {
            await asyncio.sleep(seconds);
            trace(name, 'slept');
          });
        } catch (error) {
          if (!(error instanceof asyncio.TimeoutError)) throw error;
          trace(name, 'inner', requests());
          await asyncio.sleep(0);
        } finally {
          await asyncio.sleep(0);
        }
      });
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace(name, 'outer', requests());
    }
  });

  const victim = asyncio.coroutine(async function victim() {
    await nested('neither', 2, 1, 0.5);
    await nested('inner', 2, 1, 3);
    await nested('outer', 1, 2, 3);
    await nested('both', 1, 1, 3);
    trace('ended', requests());
  });

  const others = asyncio.coroutine(async function others() {
    await nested('other', 1, 0, 1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    await nested('afterwards', 1, 0, 1);
  });

  return [victim, others, afterwards];
};
