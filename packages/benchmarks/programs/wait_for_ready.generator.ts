import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const child = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  let done = 0;
  for (let i = 0; i < count; i++) if ((yield* asyncio.wait_for(child(i), 3600)) === i) done++;
  return done;
});
