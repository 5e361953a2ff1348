import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const TASKS = 1000;

const worker = async (count: number) => {
  let done = 0;
  for (; done < count; done++) await asyncio.sleep(0);
  return done;
};

await bench(async (count) => {
  const results = await asyncio.gather(...Array.from({ length: TASKS }, () => worker(count / TASKS)));
  return results.reduce((sum, done) => sum + done);
});
