// A call that is tried again with growing limits, and its errors that are not about time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  let attempts = 0;

  const call = asyncio.coroutine(async function call() {
    attempts += 1;
    await asyncio.sleep(5 - attempts);
    if (attempts === 4) throw new asyncio.ConnectionError('refused');
    return `answer ${attempts}`;
  });

  const patient = asyncio.coroutine(async function patient(limits: number[]) {
    for (const limit of limits) {
      try {
        return await asyncio.async_with(asyncio.timeout(limit), async () => await call());
      } catch (error) {
        if (!(error instanceof asyncio.TimeoutError)) throw error;
        trace('too slow', limit, error);
        await asyncio.sleep(limit);
      }
    }
    throw new asyncio.TimeoutError(`${limits.length} attempts`);
  });

  trace('at last', await patient([1, 2, 3]));
  for (const limits of [[9], [0], []]) {
    try {
      trace('again', await patient(limits));
    } catch (error) {
      if (!(error instanceof asyncio.OSError)) throw error;
      trace('failed', error);
    }
  }
  trace('nothing left', asyncio.current_task()!.cancelling(), attempts);
});
