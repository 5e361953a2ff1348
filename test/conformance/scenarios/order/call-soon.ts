// Callbacks run first in, first out; what they schedule runs in the next iteration.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const callback = (name: string, depth: number): void => {
    trace('callback', name, depth);
    if (depth > 0) loop.call_soon(callback, name, depth - 1);
  };

  for (const name of 'abc') loop.call_soon(callback, name, 2);
  for (let turn = 0; turn < 4; turn++) {
    trace('turn', turn);
    await asyncio.sleep(0);
  }
});
