import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const BATCH = 1000;

const child = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  let done = 0;
  while (done < count) {
    const results = yield* asyncio.gather(...Array.from({ length: BATCH }, (_, i) => child(i)));
    done += results.length;
  }
  return done;
});
