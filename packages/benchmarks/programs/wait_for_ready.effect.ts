import { Effect } from 'effect';

import { bench } from '../support/effect.js';

const child = Effect.fnUntraced(function* (x: number) {
  return x;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    let done = 0;
    for (let i = 0; i < count; i++) if ((yield* Effect.timeout(child(i), '1 hour')) === i) done++;
    return done;
  }),
);
