// In debug mode a callback that takes long is logged.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async function main(trace: Trace) {
  const loop = asyncio.get_running_loop();
  Object.assign(loop, { slow_callback_duration: 0 });

  const callback = (): void => {
    trace('callback');
  };

  loop.call_soon(callback);
  await asyncio.sleep(0);
  Object.assign(loop, { slow_callback_duration: 0.1 });
  trace('debug or not, it ran');
});
