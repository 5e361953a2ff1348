// A body that answers the end of its time with something else than the cancellation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const body = asyncio.coroutine(async function body(what: string) {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace('cancelled');
      if (what === 'raises') throw new asyncio.ValueError(what);
      if (what === 'returns') return what;
      if (what === 'waits') {
        await asyncio.sleep(1);
        throw error;
      }
      if (what === 'uncancels') {
        asyncio.current_task()!.uncancel();
        throw error;
      }
      if (what === 'another') throw new asyncio.CancelledError('another');
    }
    return null;
  });

  for (const what of ['raises', 'returns', 'waits', 'uncancels', 'another', 'swallows']) {
    const scope = asyncio.timeout(1);
    try {
      await asyncio.async_with(scope, async () => {
        trace(what, await body(what));
        await asyncio.sleep(0);
      });
    } catch (error) {
      trace(what, error, (error as Error).cause ?? null);
    }
    trace(what, scope, asyncio.current_task()!.cancelling());
  }
  try {
    await asyncio.async_with(asyncio.timeout(1), async () => {
      throw new asyncio.CancelledError('by hand');
    });
  } catch (error) {
    trace('by hand', error);
  }
  const scope = asyncio.timeout(1);
  try {
    await asyncio.async_with(scope, async () => {
      throw new asyncio.TimeoutError('its own');
    });
  } catch (error) {
    trace('its own', error, scope.expired());
  }
});
