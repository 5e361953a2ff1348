// Sleepers wake by deadline, and those with the same deadline in the order in which they lay down.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const sleeper = asyncio.coroutine(async (name: string, ...delays: number[]) => {
    for (const delay of delays) {
      await asyncio.sleep(delay);
      trace(name, delay);
    }
  });

  await asyncio.gather(
    sleeper('a', 0.5, 0.5, 0.25),
    sleeper('b', 0.25, 0.75),
    sleeper('c', 1, 0.25),
    sleeper('d', 0.25, 0.25, 0.25, 0.25, 0.25),
  );
});
