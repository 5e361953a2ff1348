// Any size from zero down is no limit; a fraction is rounded up by its use; what is no number fails when asked.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  for (const maxsize of [0, -1, 0.5, 1.5, Infinity]) {
    const queue = new asyncio.Queue<number>(maxsize);
    try {
      for (let item = 0; item < 4; item++) queue.put_nowait(item);
    } catch (error) {
      trace('full', error);
    }
    trace('holds', queue.qsize(), queue.maxsize, queue.full(), queue.empty());
  }

  for (const maxsize of ['3', null, [1]] as never[]) {
    const queue = new asyncio.Queue<number>(maxsize);
    trace('no number', asyncio.str(queue), queue.empty(), queue.qsize());
    for (const call of [() => queue.full(), () => queue.put_nowait(1)]) {
      try {
        call();
      } catch (error) {
        trace('refused', error);
      }
    }
  }
});
