import { bench } from '../support/floor.js';

function* child(x: number): Generator<never, number> {
  return x;
}

bench(function* (count) {
  let done = 0;
  for (let i = 0; i < count; i++) if (child(i).next().value === i) done++;
  return done;
});
