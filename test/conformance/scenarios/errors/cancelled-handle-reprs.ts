// A cancelled handle has forgotten its callback.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (): void => {};

  const soon = loop.call_soon(callback, 'argument');
  const later = loop.call_later(0.5, callback, 'argument');
  soon.cancel();
  later.cancel();
  trace('cancelled', soon, later);
});
