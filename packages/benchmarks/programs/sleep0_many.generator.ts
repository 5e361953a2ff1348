import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const TASKS = 1000;

const worker = asyncio.coroutine(function* (count: number) {
  for (let i = 0; i < count; i++) yield* asyncio.sleep(0);
});

await bench(function* (count) {
  yield* asyncio.gather(...Array.from({ length: TASKS }, () => worker(count / TASKS)));
});
