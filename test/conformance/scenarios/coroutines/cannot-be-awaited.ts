// await refuses what isn't awaitable, and an __await__ that gives no iterator.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class NumberAwaitable {
  __await__(): number {
    return 42;
  }
}

class Again {
  readonly coroutine: unknown;

  constructor(coroutine: unknown) {
    this.coroutine = coroutine;
  }

  __await__(): unknown {
    return this.coroutine;
  }
}

Object.defineProperty(NumberAwaitable, 'name', { value: 'Number' });

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async () => {});

  const coroutine = work();
  for (const wrong of [42, null, 'text', [1], work, new NumberAwaitable(), new Again(coroutine)]) {
    try {
      await asyncio.await_(wrong as never);
      trace('went well');
    } catch (error) {
      trace('refused', error);
    }
  }
  coroutine.close();
});
