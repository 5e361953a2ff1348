import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const numbers = asyncio.asyncgen(function* (count: number) {
  for (let i = 0; i < count; i++) yield* asyncio.yield_(i);
});

const same = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  let done = 0;
  yield* asyncio.async_for(numbers(count), function* (i) {
    if ((yield* same(i)) === done) done++;
  });
  return done;
});
