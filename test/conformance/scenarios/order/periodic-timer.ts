// A callback that makes itself a new timer runs periodically, without drift on virtual time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const done = loop.create_future<string>();

  const tick = (when: number, left: number): void => {
    trace('tick', left);
    if (left === 0) done.set_result('enough');
    else loop.call_at(when + 0.1, tick, when + 0.1, left - 1);
  };

  tick(0.1, 5);
  trace(await done);
});
