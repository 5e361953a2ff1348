import { Effect } from 'effect';

import { bench } from '../support/effect.js';

const DEPTH = 50;

const level: (depth: number, count: number) => Effect.Effect<number> = Effect.fnUntraced(function* (
  depth: number,
  count: number,
) {
  if (depth > 1) return yield* level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) yield* Effect.yieldNow;
  return done;
});

await bench((count) => level(DEPTH, count));
