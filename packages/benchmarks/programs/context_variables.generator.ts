import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const TASKS = 1000;

const variable = new asyncio.contextvars.ContextVar<number>('variable');

const worker = asyncio.coroutine(function* (base: number, count: number) {
  let done = 0;
  for (let i = base; i < base + count; i++) {
    const token = variable.set(i);
    yield* asyncio.sleep(0);
    if (variable.get() === i) done++;
    variable.reset(token);
  }
  return done;
});

await bench(function* (count) {
  const each = count / TASKS;
  const results = yield* asyncio.gather(...Array.from({ length: TASKS }, (_, i) => worker(i * each, each)));
  return results.reduce((sum, done) => sum + done);
});
