import { Effect } from 'effect';

import { bench } from '../support/effect.js';

const DEPTH = 50;

const level: (depth: number) => Effect.Effect<number> = Effect.fnUntraced(function* (depth: number) {
  if (depth === 1) {
    yield* Effect.yieldNow;
    return 1;
  }
  return (yield* level(depth - 1)) + 1;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    let levels = 0;
    for (let i = 0; i < count; i++) levels += yield* level(DEPTH);
    return levels / DEPTH;
  }),
);
