import { Deferred, Effect } from 'effect';

import { bench } from '../support/effect.js';

await bench(
  Effect.fnUntraced(function* (count: number) {
    const table = { 0: yield* Deferred.make<null>(), 1: yield* Deferred.make<null>() };
    const player = Effect.fnUntraced(function* (me: 0 | 1) {
      const other = me === 0 ? 1 : 0;
      let done = 0;
      for (; done < count; done++) {
        yield* Deferred.await(table[me]);
        table[me] = yield* Deferred.make<null>();
        yield* Deferred.succeed(table[other], null);
      }
      return done;
    });
    yield* Deferred.succeed(table[0], null);
    const [first, second] = yield* Effect.all([player(0), player(1)], { concurrency: 'unbounded' });
    return (first + second) / 2;
  }),
);
