// Returning from within an async for leaves the function, and the generator suspended.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const count = asyncio.asyncgen(async function* () {
    for (let i = 0; i < 5; i++) yield i;
    trace('never');
  });

  const generator = count();

  const find = asyncio.coroutine(async (wanted: number) => {
    for await (const i of generator) {
      trace('sees', i);
      if (i === wanted) return `found ${i}`;
    }
    return 'nothing';
  });

  trace(await find(1));
  trace(await find(3));
  trace(await find(9));
});
