import { Context, Effect } from 'effect';

import { bench } from '../support/effect.js';

const TASKS = 1000;

const Variable = Context.Reference<number>('Variable', { defaultValue: () => -1 });

const sees = Effect.fnUntraced(function* (value: number) {
  yield* Effect.yieldNow;
  return (yield* Variable) === value;
});

const worker = Effect.fnUntraced(function* (base: number, count: number) {
  let done = 0;
  for (let i = base; i < base + count; i++) if (yield* Effect.provideService(sees(i), Variable, i)) done++;
  return done;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    const each = count / TASKS;
    const workers = Array.from({ length: TASKS }, (_, i) => worker(i * each, each));
    const results = yield* Effect.all(workers, { concurrency: 'unbounded' });
    return results.reduce((sum, done) => sum + done);
  }),
);
