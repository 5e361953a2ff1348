// What callbacks add or remove while they run.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<null>();

  const second = (): void => {
    trace('second');
  };

  const first = (f: asyncio.Future<null>): void => {
    trace('first');
    trace('removed', f.remove_done_callback(second));
    f.add_done_callback(third);
  };

  const third = (): void => {
    trace('third');
  };

  future.add_done_callback(first);
  future.add_done_callback(second);
  future.set_result(null);
  await asyncio.sleep(0);
  trace('one turn');
  await asyncio.sleep(0);
  trace('two turns');
});
