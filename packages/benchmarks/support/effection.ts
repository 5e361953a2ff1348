/** Measures programs of Effection. */
import { action, run, type Operation } from 'effection';

import { COUNT, Instant, Memory, WARM_UP, check, finish, print } from './measure.js';

/** Does `count` operations, and returns how many it has done. */
type Work = (count: number) => Operation<number>;

/** As asyncio's `sleep(0)`: Effection's own waits a millisecond, as the timer of the host does. */
export const turn: Operation<void> = action((resolve) => {
  const immediate = setImmediate(resolve);
  return () => {
    clearImmediate(immediate);
  };
});

/** Runs `work`, first for warmth, then measured; `report` gets what it has taken. */
export async function bench(work: Work, report = print): Promise<void> {
  await run(function* () {
    check(yield* work(WARM_UP), WARM_UP);
    const start = new Instant();
    const done = yield* work(COUNT);
    const elapsed = start.elapsed();
    check(done, COUNT);
    report(elapsed);
  });
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  await run(function* () {
    const before = new Memory();
    check(yield* work(COUNT), COUNT);
    finish(before.growth());
  });
}
