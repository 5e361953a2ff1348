// A gather that fails and is never awaited is reported; its children are not.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const fail = asyncio.coroutine(async function fail(name: string) {
    throw new asyncio.ValueError(name);
  });

  asyncio.gather(fail('a'), fail('b'));
  await asyncio.sleep(0.5);
  trace('end');
});
