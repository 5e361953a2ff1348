// Timers with equal deadlines run in the order of their creation, in one iteration.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (name: number): void => {
    trace('timer', name);
    loop.call_soon(trace, 'soon', name);
  };

  for (let name = 0; name < 9; name++) loop.call_at(0.5, callback, name);
  await asyncio.sleep(0.5);
  trace('the sleep was made last');
  await asyncio.sleep(0);
});
