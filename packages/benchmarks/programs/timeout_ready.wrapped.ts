import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const child = asyncio.coroutine(async (x: number) => {
  return x;
});

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++)
    await asyncio.async_with(asyncio.timeout(3600), async () => {
      if ((await child(i)) === i) done++;
    });
  return done;
});
