import { bench } from '../support/floor.js';

function* player(): Generator<undefined, never> {
  for (;;) yield;
}

bench(function* (count) {
  const players = [player(), player()] as const;
  let done = 0;
  for (; done < count; done++) {
    players[0].next();
    players[1].next();
  }
  return done;
});
