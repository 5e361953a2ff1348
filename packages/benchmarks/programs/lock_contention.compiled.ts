import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const TASKS = 100;

await bench(async (count) => {
  const lock = new asyncio.Lock();
  let inside = 0;
  let done = 0;
  const worker = async () => {
    for (let i = 0; i < count / TASKS; i++) {
      await using _ = lock;
      inside++;
      await asyncio.sleep(0);
      if (inside === 1) done++;
      inside--;
    }
  };
  await asyncio.gather(...Array.from({ length: TASKS }, () => worker()));
  return done;
});
