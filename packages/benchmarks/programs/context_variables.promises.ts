import { AsyncLocalStorage } from 'node:async_hooks';

import { bench, turn } from '../support/promises.js';

const TASKS = 1000;

const variable = new AsyncLocalStorage<number>();

const worker = async (base: number, count: number): Promise<number> => {
  let done = 0;
  for (let i = base; i < base + count; i++)
    await variable.run(i, async () => {
      await turn();
      if (variable.getStore() === i) done++;
    });
  return done;
};

await bench(async (count) => {
  const each = count / TASKS;
  const results = await Promise.all(Array.from({ length: TASKS }, (_, i) => worker(i * each, each)));
  return results.reduce((sum, done) => sum + done);
});
