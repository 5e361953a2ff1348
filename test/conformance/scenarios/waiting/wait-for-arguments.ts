// `wait_for` checks its arguments as its body begins.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const attempt = asyncio.coroutine(async function attempt(label: string, awaitable: asyncio.Awaitable<unknown>) {
    try {
      trace(label, await awaitable);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      trace(label, error);
    }
  });

  const wait_for = (...args: unknown[]): asyncio.Coroutine<unknown> => asyncio.wait_for(...(args as [never, never]));
  await attempt('number', wait_for(5, 1));
  await attempt('nothing', wait_for(null, null));
  await attempt('number without time', wait_for(5, 0));
  const sleeping = asyncio.sleep(0);
  await attempt('text for a time', wait_for(sleeping, '1'));
  for (const args of [[], [sleeping], [sleeping, 1, 2]]) {
    try {
      wait_for(...args);
    } catch (error) {
      trace('arguments', error);
    }
  }
  await attempt('keywords', wait_for({ fut: sleeping, timeout: 1 }));
});
