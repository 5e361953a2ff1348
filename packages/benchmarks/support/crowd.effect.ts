/** Measures the interruption of one of many fibers that wait. */
import { Effect, Exit, Fiber } from 'effect';

import { bench } from './effect.js';
import { finish, LINE, lineOf, placeOf, SIZE } from './measure.js';

const crowd: Fiber.Fiber<unknown>[] = [];

/**
 * Interrupts one of `SIZE` fibers that wait, again and again; a new one takes its place. They wait in lines of `LINE`. The
 * crowd is made in the warm-up.
 */
export async function benchCancellation<T>(
  make: Effect.Effect<T>,
  wait: (line: T) => Effect.Effect<unknown>,
): Promise<void> {
  const lines = await Effect.runPromise(Effect.all(Array.from({ length: SIZE / LINE }, () => make)));
  const work = Effect.fnUntraced(function* (count: number) {
    while (crowd.length < SIZE) crowd.push(yield* Effect.forkChild(wait(lineOf(lines, crowd.length))));
    yield* Effect.yieldNow;
    let done = 0;
    for (let i = 0; i < count; i++) {
      const place = placeOf(i);
      const fiber = crowd[place]!;
      yield* Fiber.interrupt(fiber);
      if (Exit.hasInterrupts(yield* Fiber.await(fiber))) done++;
      crowd[place] = yield* Effect.forkChild(wait(lineOf(lines, place)));
    }
    return done;
  });
  await bench(work, finish);
}
