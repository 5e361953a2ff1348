// A scope that is entered and left by its methods judges by the exception that it is given.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const scopeWith = asyncio.coroutine(async function scopeWith(error: Error | null, seconds: number) {
    const scope = asyncio.timeout(1);
    trace('entered', (await scope.__aenter__()) === scope);
    try {
      await asyncio.sleep(seconds);
    } catch (cancelled) {
      trace('interrupted', cancelled, scope);
    }
    try {
      trace('left', await scope.__aexit__(error === null ? null : error.constructor, error, null), scope);
    } catch (timeout) {
      trace('raised', timeout, (timeout as asyncio.TimeoutError).__cause__, scope);
    }
    trace('requests', asyncio.current_task()!.cancelling());
  });

  await scopeWith(null, 0.5);
  await scopeWith(null, 2);
  await scopeWith(new asyncio.CancelledError('given'), 2);
  await scopeWith(new asyncio.CancelledError('given'), 0.5);
  await scopeWith(new asyncio.ValueError('given'), 2);
  try {
    const scope = asyncio.timeout(1) as unknown as { __aexit__: (kind: null) => asyncio.Coroutine<null> };
    await scope.__aexit__(null);
  } catch (error) {
    trace('arguments', error);
  }
  const scope = asyncio.timeout(1);
  for (const label of ['never entered', 'left already']) {
    try {
      await scope.__aexit__(null, null, null);
    } catch (error) {
      trace(label, error, scope);
    }
    await asyncio.async_with(label === 'never entered' ? scope : asyncio.timeout(1), async () => {});
  }
});
