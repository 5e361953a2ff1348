// Callbacks and timers that are left when main ends run only as far as the shutdown takes.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const chain = (left: number): void => {
    trace('chain', left);
    if (left > 0) loop.call_soon(chain, left - 1);
  };

  loop.call_later(0.5, trace, 'never');
  loop.call_soon(chain, 12);
  await asyncio.sleep(0);
  trace('main ends');
});
