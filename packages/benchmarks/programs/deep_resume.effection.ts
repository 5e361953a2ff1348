import { type Operation } from 'effection';

import { bench, turn } from '../support/effection.js';

const DEPTH = 50;

function* level(depth: number, count: number): Operation<number> {
  if (depth > 1) return yield* level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) yield* turn;
  return done;
}

await bench((count) => level(DEPTH, count));
