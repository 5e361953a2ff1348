// A sleep of zero seconds gives up exactly one turn, a negative one as well; both return their result.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  let turns = 0;

  const count = (): void => {
    turns += 1;
    loop.call_soon(count);
  };

  loop.call_soon(count);
  for (const delay of [0, -1, 0, -0.5]) {
    const before = turns;
    const value = await asyncio.sleep(delay, `slept ${delay}`);
    trace(value, turns - before);
  }
  return turns;
});
