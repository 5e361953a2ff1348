// Two tasks may take turns at one generator, as long as they don't ask at the same time.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const lock = new asyncio.Lock();

  const numbers = asyncio.asyncgen(async function* () {
    for (let i = 0; i < 5; i++) {
      await asyncio.sleep(0.25);
      yield i;
    }
  });

  const worker = asyncio.coroutine(async (name: string, generator: asyncio.AsyncGenerator<number>) => {
    for (;;) {
      const number = await asyncio.async_with(lock, async () => await asyncio.anext(generator, null));
      if (number === null) {
        trace(name, 'finds nothing more');
        return;
      }
      trace(name, 'got', number);
      await asyncio.sleep(0.375);
    }
  });

  const generator = numbers();
  await asyncio.gather(worker('a', generator), worker('b', generator));
});
