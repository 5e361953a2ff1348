// Handles and timers show their callback, their time and whether they were cancelled.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (): void => {};

  const soon = loop.call_soon(callback);
  const later = loop.call_later(0.5, callback, 1);
  const at = loop.call_at(2.25, callback);
  trace('made', soon, later, at);
  trace('when', later.when(), at.when());
  soon.cancel();
  later.cancel();
  trace('cancelled', soon.cancelled(), later.cancelled(), at.cancelled());
  await asyncio.sleep(0);
  trace('at', at);
});
