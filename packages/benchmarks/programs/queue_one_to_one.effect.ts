import { Effect, Fiber, Queue } from 'effect';

import { bench } from '../support/effect.js';

const produce = Effect.fnUntraced(function* (queue: Queue.Queue<number>, count: number) {
  for (let item = 0; item < count; item++) yield* Queue.offer(queue, item);
});

const consume = Effect.fnUntraced(function* (queue: Queue.Queue<number>, count: number) {
  let done = 0;
  for (let item = 0; item < count; item++) if ((yield* Queue.take(queue)) === item) done++;
  return done;
});

await bench(
  Effect.fnUntraced(function* (count: number) {
    const queue = yield* Queue.bounded<number>(100);
    const producer = yield* Effect.forkChild(produce(queue, count));
    const done = yield* consume(queue, count);
    yield* Fiber.join(producer);
    return done;
  }),
);
