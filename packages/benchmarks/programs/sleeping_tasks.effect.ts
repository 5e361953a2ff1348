import { Effect } from 'effect';

import { bench } from '../support/effect.js';

const nap = Effect.fnUntraced(function* (seconds: number) {
  yield* Effect.sleep(seconds * 1000);
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    const naps = Array.from({ length: count }, (_, i) => nap(2 + i * 1e-6));
    const results = yield* Effect.all(naps, { concurrency: 'unbounded' });
    return results.length;
  }),
);
