import { bench } from '../support/floor.js';

const DEPTH = 50;

function* level(depth: number, count: number): Generator<unknown, number, unknown> {
  if (depth > 1) return yield* level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) yield;
  return done;
}

bench(function* (count) {
  return yield* level(DEPTH, count);
});
