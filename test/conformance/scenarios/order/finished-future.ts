// Awaiting what is done already doesn't suspend.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async () => 'task');

  const task = asyncio.create_task(work());
  const future = loop.create_future<string>();
  future.set_result('future');
  await asyncio.sleep(0);
  loop.call_soon(trace, 'a handle');
  trace(await future);
  trace(await task);
  trace(await future);
  const failed = loop.create_future();
  failed.set_exception(new asyncio.ValueError('failed'));
  try {
    await failed;
  } catch (error) {
    trace('caught', error);
  }
  await asyncio.sleep(0);
});
