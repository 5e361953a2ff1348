// The body of an async for may skip values and leave the loop; what is left stays suspended.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const count = asyncio.asyncgen(async function* () {
    let i = 0;
    try {
      for (;;) {
        yield i;
        i += 1;
        await asyncio.sleep(0);
      }
    } finally {
      trace('generator cleans up');
    }
  });

  const generator = count();
  for await (const i of generator) {
    if (i % 2) continue;
    trace('takes', i);
    if (i === 4) break;
  }
  trace('left', await asyncio.anext(generator));
  trace('close', (await generator.aclose()) ?? null);
  trace('end');
});
