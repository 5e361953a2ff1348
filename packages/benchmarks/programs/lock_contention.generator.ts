import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const TASKS = 100;

await bench(function* (count) {
  const lock = new asyncio.Lock();
  let inside = 0;
  let done = 0;
  const work = function* () {
    inside++;
    yield* asyncio.sleep(0);
    if (inside === 1) done++;
    inside--;
  };
  const worker = asyncio.coroutine(function* () {
    for (let i = 0; i < count / TASKS; i++) yield* asyncio.async_with(lock, work);
  });
  yield* asyncio.gather(...Array.from({ length: TASKS }, () => worker()));
  return done;
});
