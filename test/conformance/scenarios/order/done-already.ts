// A callback that is added to a future that is done is scheduled, not called.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();
  future.set_result('result');
  loop.call_soon(trace, 'scheduled before');
  future.add_done_callback((f) => trace('callback', f.result()));
  loop.call_soon(trace, 'scheduled after');
  trace('added');
  await future;
  trace('awaiting it took no turn');
  await asyncio.sleep(0);
  trace('end');
});
