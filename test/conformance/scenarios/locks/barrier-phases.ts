// A barrier goes through its phases again and again; the last to come each time has the highest index.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const barrier = new asyncio.Barrier(3);

  const work = asyncio.coroutine(async function work(name: string, seconds: number) {
    for (let phase = 0; phase < 3; phase++) {
      await asyncio.sleep(seconds);
      const index = await barrier.wait();
      trace(name, phase, index);
      if (index === 0) trace('the first leads', asyncio.repr(barrier).split('[')[1]);
    }
  });

  await asyncio.gather(work('quick', 1), work('middle', 2), work('slow', 3));
  trace('ended', barrier.n_waiting, barrier.broken);
});
