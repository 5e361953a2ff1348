// `wait` refuses coroutines, a single future, nothing at all, and ways of waiting that it doesn't know.
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

  const future = asyncio.get_running_loop().create_future();
  const coroutine = asyncio.sleep(0);
  const wait = (...args: unknown[]): asyncio.Coroutine<unknown> => asyncio.wait(...(args as [never]));
  await attempt('coroutine', wait([coroutine]));
  await attempt('future and coroutine', wait([future, coroutine]));
  await attempt('single', wait(future));
  await attempt('single coroutine', wait(coroutine));
  await attempt('nothing', wait([]));
  await attempt('mode', wait([future], { return_when: 'ANY' }));
  await attempt('nothing in an unknown mode', wait([], { return_when: null }));
  await attempt('number', wait(5));
  await attempt('numbers', wait([5]));
  for (const args of [[], [[future], 1], [[future], { time: 1 }]]) {
    try {
      wait(...args);
    } catch (error) {
      trace('arguments', error);
    }
  }
  coroutine.close();
});
