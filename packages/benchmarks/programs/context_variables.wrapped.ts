import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const TASKS = 1000;

const variable = new asyncio.contextvars.ContextVar<number>('variable');

const worker = asyncio.coroutine(async (base: number, count: number) => {
  let done = 0;
  for (let i = base; i < base + count; i++) {
    const token = variable.set(i);
    await asyncio.sleep(0);
    if (variable.get() === i) done++;
    variable.reset(token);
  }
  return done;
});

await bench(async (count) => {
  const each = count / TASKS;
  const results = await asyncio.gather(...Array.from({ length: TASKS }, (_, i) => worker(i * each, each)));
  return results.reduce((sum, done) => sum + done);
});
