// From the loop's own thread call_soon_threadsafe is call_soon.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  loop.call_soon(trace, 'a');
  const handle = loop.call_soon_threadsafe(trace, 'b', 1, 2);
  loop.call_soon(trace, 'c');
  await asyncio.sleep(0);
  trace('kind', handle instanceof asyncio.Handle);
});
