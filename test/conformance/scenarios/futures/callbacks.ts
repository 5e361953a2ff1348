// Callbacks are called once each with the future; what was removed isn't called.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();

  const first = (f: asyncio.Future<string>): void => {
    trace('first', f === future, f.result());
  };

  const second = (): void => {
    trace('second');
  };

  future.add_done_callback(first);
  future.add_done_callback(second);
  future.add_done_callback(first);
  future.add_done_callback(second);
  trace('removed', future.remove_done_callback(second), future.remove_done_callback(second));
  future.add_done_callback(second);
  future.set_result('r');
  trace('set');
  trace('removed', future.remove_done_callback(second));
  await asyncio.sleep(0);
  future.add_done_callback(second);
  trace('added when done');
  await asyncio.sleep(0);
  trace('end');
});
