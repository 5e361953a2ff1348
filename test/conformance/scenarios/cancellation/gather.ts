// Cancelling gather cancels its children, and gather ends with the first of them that ends.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, delay: number) => {
    try {
      await asyncio.sleep(5);
    } catch (error) {
      trace(name, 'gets', error);
      await asyncio.sleep(delay);
      trace(name, 'ends');
      throw error;
    }
  });

  const done = asyncio.get_running_loop().create_future<string>();
  done.set_result('done');
  const future = asyncio.gather(work('a', 0.5), done, work('b', 0.25));
  await asyncio.sleep(0.25);
  trace('cancel', future.cancel('all of you'), future.done());
  try {
    await future;
  } catch (error) {
    trace('caught', error, future.cancelled());
  }
  trace('again', future.cancel());
});
