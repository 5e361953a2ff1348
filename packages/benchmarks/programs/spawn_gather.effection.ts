import { all, type Operation } from 'effection';

import { bench } from '../support/effection.js';

const BATCH = 1000;

function* child(x: number): Operation<number> {
  return x;
}

await bench(function* (count) {
  let done = 0;
  while (done < count) {
    const results = yield* all(Array.from({ length: BATCH }, (_, i) => child(i)));
    done += results.length;
  }
  return done;
});
