// gather without arguments is done at once, with an empty list.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = asyncio.gather();
  trace('done at once', future.done());
  loop.call_soon(trace, 'a handle');
  trace('result', await future);
  trace('again', await future);
});
