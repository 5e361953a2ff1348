import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const BATCH = 1000;

const nap = asyncio.coroutine(function* () {
  yield* asyncio.sleep(3600);
});

await bench(function* (count) {
  let done = 0;
  for (let begun = 0; begun < count; begun += BATCH) {
    const tasks = Array.from({ length: BATCH }, () => asyncio.create_task(nap()));
    yield* asyncio.sleep(0);
    for (const task of tasks) task.cancel();
    const results = yield* asyncio.gather(...tasks, { return_exceptions: true });
    done += results.filter((result) => result instanceof asyncio.CancelledError).length;
  }
  return done;
});
