// What Python 3.14 deprecates warns at every use, and works.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {});

  trace('function', asyncio.iscoroutinefunction(work));
  trace('function', asyncio.iscoroutinefunction(42));
  trace('quiet', asyncio.inspect.iscoroutinefunction(work));
  const coroutine = work();
  trace('quiet', asyncio.iscoroutine(coroutine));
  await coroutine;
});
