/** Measures programs of Effect. */
import { Effect } from 'effect';

import { COUNT, Instant, Memory, WARM_UP, check, finish, print } from './measure.js';

/** Does `count` operations, and returns how many it has done. */
type Work = (count: number) => Effect.Effect<number, unknown>;

/** Runs `work` in a fiber, first for warmth, then measured; `report` gets what it has taken. */
export async function bench(work: Work, report = print): Promise<void> {
  const main = Effect.gen(function* () {
    check(yield* work(WARM_UP), WARM_UP);
    const start = new Instant();
    const done = yield* work(COUNT);
    const elapsed = start.elapsed();
    check(done, COUNT);
    report(elapsed);
  });
  await Effect.runPromise(main);
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  const main = Effect.gen(function* () {
    const before = new Memory();
    check(yield* work(COUNT), COUNT);
    finish(before.growth());
  });
  await Effect.runPromise(main);
}
