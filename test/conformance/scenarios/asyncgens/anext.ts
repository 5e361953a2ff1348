// anext gives the next value, its default at the end, else StopAsyncIteration.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const two = asyncio.asyncgen(async function* () {
    yield 'one';
    await asyncio.sleep(0.5);
    yield 'two';
  });

  const generator = two();
  trace('itself', asyncio.aiter(generator) === (generator as unknown));
  trace(await asyncio.anext(generator));
  trace(await asyncio.anext(generator, 'default'));
  trace(await asyncio.anext(generator, 'default'));
  trace(await asyncio.anext(generator, null));
  try {
    await asyncio.anext(generator);
  } catch (error) {
    trace('over', error);
  }

  class Countdown {
    left: number;

    constructor(start: number) {
      this.left = start;
    }

    __aiter__(): this {
      return this;
    }

    @asyncio.coroutine
    async __anext__(): Promise<number> {
      if (this.left === 0) throw new asyncio.StopAsyncIteration();
      await asyncio.sleep(0.25);
      this.left -= 1;
      return this.left;
    }
  }

  await asyncio.async_for(new Countdown(3), async (number) => {
    trace('number', number);
  });
  const iterator = asyncio.aiter(new Countdown(1));
  const last = await asyncio.anext(iterator);
  trace(last, await asyncio.anext(iterator, 'lift off'));
  for (const wrong of [42, two]) {
    try {
      asyncio.aiter(wrong as never);
    } catch (error) {
      trace('refused', error);
    }
  }
});
