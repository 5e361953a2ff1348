import { Effect, Semaphore } from 'effect';

import { bench } from '../support/effect.js';

const TASKS = 100;
const LIMIT = 10;

await bench(
  Effect.fnUntraced(function* (count: number) {
    const semaphore = yield* Semaphore.make(LIMIT);
    let inside = 0;
    let done = 0;
    const hold = Effect.gen(function* () {
      inside++;
      yield* Effect.yieldNow;
      if (inside <= LIMIT) done++;
      inside--;
    });
    const worker = Effect.gen(function* () {
      for (let i = 0; i < count / TASKS; i++) yield* semaphore.withPermit(hold);
    });
    yield* Effect.all(
      Array.from({ length: TASKS }, () => worker),
      { concurrency: 'unbounded' },
    );
    return done;
  }),
);
