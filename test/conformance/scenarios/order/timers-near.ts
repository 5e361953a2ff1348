// Timers closer together than the clock can tell run in one iteration, others in two.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (name: string): void => {
    trace(name);
    loop.call_soon(trace, `after ${name}`);
  };

  loop.call_at(0.5 + 4e-10, callback, 'second');
  loop.call_at(0.5, callback, 'first');
  loop.call_at(0.75, callback, 'third');
  loop.call_at(0.75 + 5e-9, callback, 'fourth');
  await asyncio.sleep(1);
});
