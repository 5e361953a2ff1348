import { Effect } from 'effect';

import { bench } from '../support/effect.js';

const BATCH = 1000;

const child = Effect.fnUntraced(function* (x: number) {
  return x;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    let done = 0;
    while (done < count) {
      const children = Array.from({ length: BATCH }, (_, i) => child(i));
      const results = yield* Effect.all(children, { concurrency: 'unbounded' });
      done += results.length;
    }
    return done;
  }),
);
