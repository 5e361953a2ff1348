import { Effect, Fiber } from 'effect';

import { bench } from '../support/effect.js';

const GROUP = 100;

const child = Effect.fnUntraced(function* (x: number) {
  return x;
});

const group = Effect.gen(function* () {
  const fibers: Fiber.Fiber<number>[] = [];
  for (let i = 0; i < GROUP; i++) fibers.push(yield* Effect.forkScoped(child(i)));
  return yield* Fiber.joinAll(fibers);
}).pipe(Effect.scoped);

await bench(
  Effect.fnUntraced(function* (count: number) {
    let done = 0;
    for (let begun = 0; begun < count; begun += GROUP) {
      const results = yield* group;
      done += results.filter((result, i) => result === i).length;
    }
    return done;
  }),
);
