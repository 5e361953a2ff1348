// async for takes the values one by one; the generator may wait in between.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const count = asyncio.asyncgen(async function* (n: number) {
    for (let i = 0; i < n; i++) {
      trace('makes', i);
      await asyncio.sleep(0.25);
      yield i;
    }
    trace('ends');
  });

  for await (const i of count(3)) trace('takes', i);
  for await (const i of count(0)) trace('never', i);
  const list: number[] = [];
  for await (const i of count(2)) list.push(i);
  trace('list', list);
});
