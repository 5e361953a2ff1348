// async for takes any object with __aiter__ and __anext__, and refuses others with CPython's words.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Countdown {
  now: number;

  constructor(start: number) {
    this.now = start;
  }

  __aiter__(): this {
    return this;
  }

  @asyncio.coroutine
  async __anext__(): Promise<number> {
    await asyncio.sleep(0.25);
    if (this.now === 0) throw new asyncio.StopAsyncIteration();
    this.now -= 1;
    return this.now;
  }
}

class NoIterator {
  __aiter__(): number {
    return 42;
  }
}

class NoAwaitable {
  __aiter__(): this {
    return this;
  }

  __anext__(): number {
    return 42;
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  await asyncio.async_for(new Countdown(2), async (number) => {
    trace('number', number);
  });
  const countdown = new Countdown(1);
  trace(
    'by hand',
    await asyncio.await_(asyncio.anext(countdown)),
    await asyncio.await_(asyncio.anext(countdown, 'over')),
    asyncio.aiter(countdown) === countdown,
  );
  for (const wrong of [42, [1], null, new NoIterator(), new NoAwaitable()]) {
    try {
      await asyncio.async_for(wrong as never, async (value) => {
        trace('never', value);
      });
    } catch (error) {
      trace('refused', asyncio.str(error));
    }
  }
  for (const wrong of [42, [1]]) {
    try {
      asyncio.aiter(wrong as never);
    } catch (error) {
      trace('aiter', error);
    }
    try {
      asyncio.anext(wrong as never);
    } catch (error) {
      trace('anext', error);
    }
  }
});
