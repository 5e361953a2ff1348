import { Effect } from 'effect';

import { bench } from '../support/effect.js';

const TASKS = 1000;

const worker = Effect.fnUntraced(function* (count: number) {
  let done = 0;
  for (; done < count; done++) yield* Effect.yieldNow;
  return done;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    const workers = Array.from({ length: TASKS }, () => worker(count / TASKS));
    const results = yield* Effect.all(workers, { concurrency: 'unbounded' });
    return results.reduce((sum, done) => sum + done);
  }),
);
