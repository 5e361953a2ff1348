// Awaiting a coroutine runs it in the same task, with no loop turn in between.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const inner = asyncio.coroutine(async () => {
    trace('inner runs');
    return 7;
  });

  const outer = asyncio.coroutine(async () => {
    trace('outer runs');
    const value = await inner();
    trace('outer has', value);
    return value + 1;
  });

  loop.call_soon(trace, 'a handle');
  const result = await outer();
  trace('before any handle');
  await asyncio.sleep(0);
  trace('after the handle');
  return result;
});
