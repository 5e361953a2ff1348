/** Measures the interruption of one of many fibers that wait. */
import { Effect, Exit, Fiber } from 'effect';

import { bench } from './effect.js';
import { finish, placeOf, SIZE } from './measure.js';

const crowd: Fiber.Fiber<unknown>[] = [];

/** Interrupts one of `SIZE` fibers that wait, again and again; a new one takes its place. The crowd is made in the warm-up. */
export async function benchCancellation(wait: Effect.Effect<unknown>): Promise<void> {
  const work = Effect.fnUntraced(function* (count: number) {
    while (crowd.length < SIZE) crowd.push(yield* Effect.forkChild(wait));
    yield* Effect.yieldNow;
    let done = 0;
    for (let i = 0; i < count; i++) {
      const fiber = crowd[placeOf(i)]!;
      yield* Fiber.interrupt(fiber);
      if (Exit.hasInterrupts(yield* Fiber.await(fiber))) done++;
      crowd[placeOf(i)] = yield* Effect.forkChild(wait);
    }
    return done;
  });
  await bench(work, finish);
}
