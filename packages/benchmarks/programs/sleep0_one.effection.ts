import { bench, turn } from '../support/effection.js';

await bench(function* (count) {
  let done = 0;
  for (; done < count; done++) yield* turn;
  return done;
});
