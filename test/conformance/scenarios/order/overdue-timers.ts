// Timers whose time has passed run in the order of their deadlines, though they were made the other way round.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  await asyncio.sleep(1);
  for (const when of [1, 0.75, -2, 0.25, 0]) loop.call_at(when, trace, 'at', when);
  loop.call_later(-0.5, trace, 'half a second ago');
  loop.call_soon(trace, 'soon');
  await asyncio.sleep(0);
  trace('after one turn');
  await asyncio.sleep(0);
  trace('after two turns');
});
