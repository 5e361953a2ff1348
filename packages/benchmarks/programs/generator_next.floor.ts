import { bench } from '../support/floor.js';

bench(function* (count) {
  let done = 0;
  for (; done < count; done++) yield;
  return done;
});
