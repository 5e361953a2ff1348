import { all, sleep, type Operation } from 'effection';

import { bench } from '../support/effection.js';

function* nap(seconds: number): Operation<void> {
  yield* sleep(seconds * 1000);
}

await bench(function* (count) {
  const results = yield* all(Array.from({ length: count }, (_, i) => nap(2 + i * 1e-6)));
  return results.length;
});
