import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const child = async (x: number) => {
  return x;
};

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) {
    await using _ = asyncio.timeout(3600);
    if ((await child(i)) === i) done++;
  }
  return done;
});
