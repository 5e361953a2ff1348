import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const BATCH = 1000;

const nap = async () => {
  await asyncio.sleep(3600);
};

await bench(async (count) => {
  let done = 0;
  for (let begun = 0; begun < count; begun += BATCH) {
    const tasks = Array.from({ length: BATCH }, () => asyncio.create_task(nap()));
    await asyncio.sleep(0);
    for (const task of tasks) task.cancel();
    const results = await asyncio.gather(...tasks, { return_exceptions: true });
    done += results.filter((result) => result instanceof asyncio.CancelledError).length;
  }
  return done;
});
