import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const BATCH = 1000;

const child = async (x: number) => x;

await bench(async (count) => {
  let done = 0;
  while (done < count) {
    const results = await asyncio.gather(...Array.from({ length: BATCH }, (_, i) => child(i)));
    done += results.length;
  }
  return done;
});
