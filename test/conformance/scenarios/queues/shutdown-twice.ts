// A queue that was shut down can be shut down again, at once; it never opens any more.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const get = asyncio.coroutine(async function get(queue: asyncio.Queue<string>) {
    try {
      return await queue.get();
    } catch (error) {
      return error;
    }
  });

  for (const immediate of [true, 1, 'yes', 0, null, ''] as boolean[]) {
    const queue = new asyncio.Queue<string>();
    for (const item of 'abc') queue.put_nowait(item);
    queue.shutdown();
    trace('first', await get(queue), asyncio.str(queue));
    queue.shutdown(immediate);
    trace('again', immediate, await get(queue), asyncio.str(queue));
    queue.shutdown(false);
    trace('at last', await get(queue), asyncio.str(queue));
    try {
      queue.put_nowait('d');
    } catch (error) {
      trace('put', error);
    }
  }
});
