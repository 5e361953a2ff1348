import { Effect, Exit, Fiber } from 'effect';

import { bench } from '../support/effect.js';

const BATCH = 1000;

const nap = Effect.fnUntraced(function* () {
  yield* Effect.sleep('1 hour');
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    let done = 0;
    for (let begun = 0; begun < count; begun += BATCH) {
      const fibers: Fiber.Fiber<void>[] = [];
      for (let i = 0; i < BATCH; i++) fibers.push(yield* Effect.forkChild(nap()));
      yield* Effect.yieldNow;
      yield* Fiber.interruptAll(fibers);
      const exits = yield* Fiber.awaitAll(fibers);
      done += exits.filter((exit) => Exit.hasInterrupts(exit)).length;
    }
    return done;
  }),
);
