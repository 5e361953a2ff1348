// The results of gather stand in the order of its arguments, not of their ends.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, delay: number) => {
    trace(name, 'begins');
    await asyncio.sleep(delay);
    trace(name, 'ends');
    return name;
  });

  const results = await asyncio.gather(work('a', 0.75), work('b', 0.25), work('c', 0.5));
  trace('results', results);
});
