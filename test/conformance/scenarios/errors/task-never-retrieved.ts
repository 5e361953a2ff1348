// A task that fails and is never asked is reported; one that was asked is not.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fail = asyncio.coroutine(async function fail(name: string) {
    throw new asyncio.ValueError(name);
  });

  asyncio.create_task(fail('never asked'), { name: 'never' });
  const awaited = asyncio.create_task(fail('awaited'));
  const asked = asyncio.create_task(fail('asked'));
  const cancelled = asyncio.create_task(fail('cancelled too late'));
  await asyncio.sleep(0.25);
  trace('cancel', cancelled.cancel());
  trace('exception', asked.exception());
  try {
    await awaited;
  } catch (error) {
    trace('caught', error);
  }
});
