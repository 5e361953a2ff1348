// A delay of zero or less is a timer that is due in the next iteration, behind what is ready.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  loop.call_later(0, trace, 'later 0');
  loop.call_soon(trace, 'soon');
  loop.call_later(-1, trace, 'later -1');
  loop.call_at(loop.time() - 5, trace, 'at the past');
  loop.call_soon(trace, 'soon again');
  await asyncio.sleep(0);
  trace('one turn');
  await asyncio.sleep(0);
  trace('two turns');
});
