import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const TASKS = 100;
const LIMIT = 10;

await bench(function* (count) {
  const semaphore = new asyncio.Semaphore(LIMIT);
  let inside = 0;
  let done = 0;
  const work = function* () {
    inside++;
    yield* asyncio.sleep(0);
    if (inside <= LIMIT) done++;
    inside--;
  };
  const worker = asyncio.coroutine(function* () {
    for (let i = 0; i < count / TASKS; i++) yield* asyncio.async_with(semaphore, work);
  });
  yield* asyncio.gather(...Array.from({ length: TASKS }, () => worker()));
  return done;
});
