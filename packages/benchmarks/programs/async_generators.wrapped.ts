import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const numbers = asyncio.asyncgen(async function* (count: number) {
  for (let i = 0; i < count; i++) yield i;
});

await bench(async (count) => {
  let done = 0;
  for await (const i of numbers(count)) if (i === done) done++;
  return done;
});
