import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const TASKS = 1000;

const worker = asyncio.coroutine(function* (count: number) {
  let done = 0;
  for (; done < count; done++) yield* asyncio.sleep(0);
  return done;
});

await bench(function* (count) {
  const results = yield* asyncio.gather(...Array.from({ length: TASKS }, () => worker(count / TASKS)));
  return results.reduce((sum, done) => sum + done);
});
