// Clean-up that waits keeps its place in the order.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async (name: string, fails: boolean) => {
    try {
      try {
        trace(name, 'body');
        await asyncio.sleep(0);
        if (fails) throw new asyncio.ValueError(name);
        return `${name} returns`;
      } finally {
        trace(name, 'cleans up');
        await asyncio.sleep(0);
        trace(name, 'clean');
      }
    } finally {
      trace(name, 'outer');
    }
  });

  const results = await asyncio.gather(work('a', false), work('b', true), { return_exceptions: true });
  trace('results', results);
});
