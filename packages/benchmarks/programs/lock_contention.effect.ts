import { Effect, Semaphore } from 'effect';

import { bench } from '../support/effect.js';

const TASKS = 100;

await bench(
  Effect.fnUntraced(function* (count: number) {
    const lock = yield* Semaphore.make(1);
    let inside = 0;
    let done = 0;
    const hold = Effect.gen(function* () {
      inside++;
      yield* Effect.yieldNow;
      if (inside === 1) done++;
      inside--;
    });
    const worker = Effect.gen(function* () {
      for (let i = 0; i < count / TASKS; i++) yield* lock.withPermit(hold);
    });
    yield* Effect.all(
      Array.from({ length: TASKS }, () => worker),
      { concurrency: 'unbounded' },
    );
    return done;
  }),
);
