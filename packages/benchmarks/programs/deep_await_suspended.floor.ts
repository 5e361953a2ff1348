import { bench } from '../support/floor.js';

const DEPTH = 50;

function* level(depth: number): Generator<unknown, number, unknown> {
  if (depth === 1) {
    yield;
    return 1;
  }
  return (yield* level(depth - 1)) + 1;
}

bench(function* (count) {
  let levels = 0;
  for (let i = 0; i < count; i++) levels += yield* level(DEPTH);
  return levels / DEPTH;
});
