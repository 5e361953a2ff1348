// A callback that can't be called is found out when the future ends: reported, or in debug mode refused.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  future.add_done_callback(42 as never);
  future.add_done_callback(() => trace('called'));
  trace('added', future);
  try {
    future.set_result('result');
    trace('set');
  } catch (error) {
    trace('refused', error);
  }
  await asyncio.sleep(0);
  trace('done', future.done());
  try {
    future.add_done_callback('text' as never);
    trace('added');
  } catch (error) {
    trace('refused', error);
  }
  await asyncio.sleep(0);
});
