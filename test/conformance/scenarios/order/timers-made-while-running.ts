// A timer that is made while callbacks run waits for the next iteration, though it is due.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const first = (): void => {
    trace('first');
    loop.call_later(0, trace, 'timer of first');
    loop.call_soon(trace, 'soon of first');
  };

  const second = (): void => {
    trace('second');
    loop.call_at(0, trace, 'timer of second');
  };

  loop.call_later(0.5, first);
  loop.call_later(0.5, second);
  await asyncio.sleep(1);
});
