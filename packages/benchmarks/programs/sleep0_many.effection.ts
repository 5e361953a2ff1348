import { all, type Operation } from 'effection';

import { bench, turn } from '../support/effection.js';

const TASKS = 1000;

function* worker(count: number): Operation<number> {
  let done = 0;
  for (; done < count; done++) yield* turn;
  return done;
}

await bench(function* (count) {
  const results = yield* all(Array.from({ length: TASKS }, () => worker(count / TASKS)));
  return results.reduce((sum, done) => sum + done);
});
