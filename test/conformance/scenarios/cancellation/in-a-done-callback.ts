// A done callback may cancel a task that the same future wakes.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const future = loop.create_future<string>();

  const work = asyncio.coroutine(async (name: string) => {
    try {
      trace(name, 'has', await future);
      await asyncio.sleep(0);
      trace(name, 'ends');
    } catch (error) {
      trace(name, 'gets', error);
    }
  });

  const early = asyncio.create_task(work('early'));
  await asyncio.sleep(0);
  future.add_done_callback(() => trace('cancel', early.cancel('too late?'), late.cancel('in time')));
  const late = asyncio.create_task(work('late'));
  await asyncio.sleep(0);
  future.set_result('value');
  await asyncio.gather(early, late);
});
