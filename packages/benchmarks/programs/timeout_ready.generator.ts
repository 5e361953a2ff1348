import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const child = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  let done = 0;
  let i = 0;
  const work = function* () {
    if ((yield* child(i)) === i) done++;
  };
  for (; i < count; i++) yield* asyncio.async_with(asyncio.timeout(3600), work);
  return done;
});
