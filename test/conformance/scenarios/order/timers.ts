// Timers run by deadline, whatever the order of their creation.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const start = loop.time();
  for (const delay of [0.75, 0.25, 1.5, 0.5, 0.125]) loop.call_later(delay, trace, 'after', delay);
  for (const when of [0.625, 0.375]) loop.call_at(start + when, trace, 'at', when);
  await asyncio.sleep(1);
  trace('woke');
  await asyncio.sleep(1);
});
