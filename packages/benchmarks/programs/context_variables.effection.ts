import { all, createContext, type Operation } from 'effection';

import { bench, turn } from '../support/effection.js';

const TASKS = 1000;

const Variable = createContext<number>('variable');

function* sees(value: number): Operation<boolean> {
  yield* turn;
  return (yield* Variable.expect()) === value;
}

function* worker(base: number, count: number): Operation<number> {
  let done = 0;
  for (let i = base; i < base + count; i++) if (yield* Variable.with(i, sees)) done++;
  return done;
}

await bench(function* (count) {
  const each = count / TASKS;
  const results = yield* all(Array.from({ length: TASKS }, (_, i) => worker(i * each, each)));
  return results.reduce((sum, done) => sum + done);
});
