import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const TASKS = 100;
const LIMIT = 10;

await bench(async (count) => {
  const semaphore = new asyncio.Semaphore(LIMIT);
  let inside = 0;
  let done = 0;
  const worker = async () => {
    for (let i = 0; i < count / TASKS; i++) {
      await using _ = semaphore;
      inside++;
      await asyncio.sleep(0);
      if (inside <= LIMIT) done++;
      inside--;
    }
  };
  await asyncio.gather(...Array.from({ length: TASKS }, () => worker()));
  return done;
});
