import { type Operation } from 'effection';

import { bench } from '../support/effection.js';

const DEPTH = 50;

function* level(depth: number): Operation<number> {
  if (depth === 1) return 1;
  return (yield* level(depth - 1)) + 1;
}

await bench(function* (count) {
  let levels = 0;
  for (let i = 0; i < count; i++) levels += yield* level(DEPTH);
  return levels / DEPTH;
});
