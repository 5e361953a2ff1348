import { Effect, type Fiber } from 'effect';

import { benchMemory } from '../support/effect.js';

const nap = Effect.fnUntraced(function* () {
  yield* Effect.sleep('1 hour');
});

const fibers: Fiber.Fiber<void>[] = [];

await benchMemory(
  Effect.fnUntraced(function* (count: number) {
    for (let i = 0; i < count; i++) fibers.push(yield* Effect.forkChild(nap()));
    yield* Effect.yieldNow;
    return fibers.filter((fiber) => fiber.pollUnsafe() === undefined).length;
  }),
);
