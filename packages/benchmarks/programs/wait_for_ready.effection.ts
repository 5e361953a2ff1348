import { race, sleep, type Operation } from 'effection';

import { bench } from '../support/effection.js';

function* child(x: number): Operation<number> {
  return x;
}

await bench(function* (count) {
  let done = 0;
  for (let i = 0; i < count; i++) if ((yield* race([child(i), sleep(3_600_000)])) === i) done++;
  return done;
});
