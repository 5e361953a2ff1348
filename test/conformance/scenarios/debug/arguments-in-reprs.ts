// The arguments of a callback are shown in debug mode only, for they may be secrets.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (...args: unknown[]): void => {
    if (args.includes('fail')) throw new asyncio.ValueError('bad');
  };

  for (const debug of [true, false]) {
    loop.set_debug(debug);
    const handle = loop.call_soon(callback, 'secret', 42, [1, 2], null);
    const timer = loop.call_later(0.25, callback, 'x'.repeat(60));
    const failing = loop.call_soon(callback, 'fail', { key: 'value' });
    trace('handle', handle);
    trace('timer', timer);
    trace('failing', failing);
    handle.cancel();
    trace('cancelled', handle);
    await asyncio.sleep(0.5);
  }
  loop.set_debug(false);
});
