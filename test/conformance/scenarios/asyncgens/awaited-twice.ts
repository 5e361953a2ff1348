// What asend, athrow and aclose return can be awaited once.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const count = asyncio.asyncgen(async function* () {
    for (let i = 0; i < 9; i++) yield i;
  });

  const generator = count();
  const makers = [() => generator.__anext__(), () => generator.asend(null), () => generator.aclose()];
  for (const make of makers) {
    const step: PromiseLike<number | null> = make();
    trace('first', (await step) ?? null);
    try {
      await step;
    } catch (error) {
      trace('again', error);
    }
  }
});
