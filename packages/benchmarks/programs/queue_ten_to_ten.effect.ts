import { Effect, Fiber, Queue } from 'effect';

import { bench } from '../support/effect.js';

const PAIRS = 10;

const produce = Effect.fnUntraced(function* (queue: Queue.Queue<number>, count: number) {
  for (let item = 0; item < count; item++) yield* Queue.offer(queue, 1);
});

const consume = Effect.fnUntraced(function* (queue: Queue.Queue<number>, count: number) {
  let done = 0;
  for (let item = 0; item < count; item++) done += yield* Queue.take(queue);
  return done;
});

const pairs = <A>(make: () => Effect.Effect<A>) =>
  Effect.all(Array.from({ length: PAIRS }, make), { concurrency: 'unbounded' });

await bench(
  Effect.fnUntraced(function* (count: number) {
    const queue = yield* Queue.bounded<number>(10);
    const producers = yield* Effect.forkChild(pairs(() => produce(queue, count / PAIRS)));
    const done = yield* pairs(() => consume(queue, count / PAIRS));
    yield* Fiber.join(producers);
    return done.reduce((sum, each) => sum + each);
  }),
);
