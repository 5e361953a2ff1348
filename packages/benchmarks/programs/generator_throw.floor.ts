import { bench } from '../support/floor.js';

const signal = { reason: 'thrown in' };

function* nap(): Generator<undefined, void> {
  yield;
}

bench(function* (count) {
  let done = 0;
  for (let i = 0; i < count; i++) {
    const napping = nap();
    napping.next();
    try {
      napping.throw(signal);
    } catch (error) {
      if (error === signal) done++;
    }
  }
  return done;
});
