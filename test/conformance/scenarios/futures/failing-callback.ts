// A callback that raises is reported, and the others are called all the same.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<number>();

  const bad = (): void => {
    trace('bad');
    throw new asyncio.ValueError('from a callback');
  };

  const good = (): void => {
    trace('good');
  };

  future.add_done_callback(bad);
  future.add_done_callback(good);
  future.set_result(1);
  await asyncio.sleep(0);
  trace('result', await future);
});
