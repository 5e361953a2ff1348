import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const TASKS = 1000;

const worker = asyncio.coroutine(async (count: number) => {
  for (let i = 0; i < count; i++) await asyncio.sleep(0);
});

await bench(async (count) => {
  await asyncio.gather(...Array.from({ length: TASKS }, () => worker(count / TASKS)));
});
