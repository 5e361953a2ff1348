import { Effect, Fiber } from 'effect';

import { bench } from '../support/effect.js';

const child = Effect.fnUntraced(function* (x: number) {
  return x;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    let done = 0;
    for (let i = 0; i < count; i++) if ((yield* Fiber.join(yield* Effect.forkChild(child(i)))) === i) done++;
    return done;
  }),
);
