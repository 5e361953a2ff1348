// Done callbacks are scheduled when the future ends, in the order in which they were added.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<number>();
  for (const name of 'abc') future.add_done_callback((f) => trace('callback', name, f.result()));
  loop.call_soon(trace, 'ready before');
  loop.call_soon(() => future.set_result(42));
  loop.call_soon(trace, 'ready after');
  await asyncio.sleep(0);
  trace('set', future.done());
  loop.call_soon(trace, 'behind the callbacks');
  await asyncio.sleep(0);
  trace('called');
});
