import { Effect } from 'effect';

import { bench } from '../support/effect.js';

await bench(
  Effect.fnUntraced(function* (count: number) {
    let done = 0;
    for (; done < count; done++) yield* Effect.yieldNow;
    return done;
  }),
);
