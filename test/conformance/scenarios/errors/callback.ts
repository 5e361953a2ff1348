// An exception in a callback is logged, and the loop goes on.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const bad = (...args: unknown[]): void => {
    trace('bad', args);
    throw new asyncio.ValueError('from the callback');
  };

  loop.call_soon(bad);
  loop.call_soon(trace, 'good');
  loop.call_later(0.5, bad, 1);
  loop.call_soon_threadsafe(bad, 'threadsafe');
  await asyncio.sleep(1);
  trace('end');
});
