import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const numbers = asyncio.asyncgen(async function* (count: number) {
  for (let i = 0; i < count; i++) yield i;
});

const same = asyncio.coroutine(async (x: number) => x);

await bench(async (count) => {
  let done = 0;
  for await (const i of numbers(count)) if ((await same(i)) === done) done++;
  return done;
});
