// The first failure ends gather; the other children go on.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, delay: number, fails = false) => {
    try {
      await asyncio.sleep(delay);
      if (fails) throw new asyncio.ValueError(name);
      trace(name, 'ends');
      return name;
    } finally {
      trace(name, 'leaves');
    }
  });

  const late = asyncio.create_task(work('late', 1));
  try {
    await asyncio.gather(work('a', 0.5, true), late, work('b', 0.75, true), work('c', 0.25));
  } catch (error) {
    trace('caught', error, late.done());
  }
  await late;
  trace("the second failure is nobody's business");
});
