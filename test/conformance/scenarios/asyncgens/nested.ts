// Generators that iterate over generators pass values and errors through.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const numbers = asyncio.asyncgen(async function* (n: number) {
    try {
      for (let i = 0; i < n; i++) {
        await asyncio.sleep(0.1);
        yield i;
      }
    } finally {
      trace('numbers', n, 'end');
    }
  });

  const squares = asyncio.asyncgen(async function* (n: number) {
    for await (const i of numbers(n)) yield i * i;
    trace('squares end');
  });

  const flat = asyncio.asyncgen(async function* (n: number) {
    for (let i = 0; i < n; i++) {
      for await (const square of squares(i)) yield [i, square];
    }
  });

  const all: number[][] = [];
  for await (const pair of flat(4)) all.push(pair);
  trace('all', all);
});
