// Awaits within one expression run from left to right.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const value = asyncio.coroutine(async (x: number, delay: number) => {
    trace('begin', x);
    await asyncio.sleep(delay);
    trace('end', x);
    return x;
  });

  const total = (await value(1, 0.5)) + (await value(2, 0.25)) * (await value(3, 0));
  const items = [await value(4, 0.1), await value(5, 0.1)];
  trace('all', total, items, (await value(0, 0)) ? await value(6, 0) : await value(7, 0));
});
