// An exception that is returned is a value like any other.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => new asyncio.ValueError('a value'));

  const value = await work();
  trace('inline', value);
  trace('task', await asyncio.create_task(work()));
  trace('gather', await asyncio.gather(work(), work()));
});
