// Cancelled at every turn: scopes with a time limit, one in another.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const victim = asyncio.coroutine(async function victim() {
    const outer = asyncio.timeout(2);
    const inner = asyncio.timeout(5);
    try {
      await asyncio.async_with(outer, async () => {
        await asyncio.sleep(0);
        await asyncio.async_with(inner, async () => {
          await asyncio.sleep(1);
          trace('inner', inner.when()! > outer.when()!);
          inner.reschedule(asyncio.get_running_loop().time());
          await asyncio.sleep(1);
        });
      });
    } catch (error) {
      if (!(error instanceof asyncio.TimeoutError)) throw error;
      trace('late', error, inner.expired(), outer.expired(), asyncio.current_task()!.cancelling());
    } finally {
      trace('ended', asyncio.current_task()!.cancelling());
    }
    await asyncio.sleep(1);
  });

  const others = asyncio.coroutine(async function others() {
    await asyncio.sleep(1);
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      trace('afterwards');
    });
  });

  return [victim, others, afterwards];
};
