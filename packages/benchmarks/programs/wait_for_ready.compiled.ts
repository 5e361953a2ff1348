import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const child = async (x: number) => {
  return x;
};

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) if ((await asyncio.wait_for(child(i), 3600)) === i) done++;
  return done;
});
