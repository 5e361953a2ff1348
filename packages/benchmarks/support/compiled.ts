/** Measures programs in compiled style. */
import * as asyncio from 'asyncio-ts';

import { COUNT, Instant, Memory, WARM_UP, check, finish, print } from './measure.js';

/** Does `count` operations, and returns how many it has done. */
type Work = (count: number) => Promise<number>;

/** Runs `work` in a loop, first for warmth, then measured; `report` gets what it has taken. */
export function bench(work: Work, report = print): Promise<void> {
  const main = async () => {
    check(await work(WARM_UP), WARM_UP);
    const start = new Instant();
    const done = await work(COUNT);
    const elapsed = start.elapsed();
    check(done, COUNT);
    report(elapsed);
  };
  return asyncio.run(main);
}

/** Measures the memory that `work` has taken when it comes back. */
export function benchMemory(work: Work): Promise<void> {
  const main = async () => {
    const before = new Memory();
    check(await work(COUNT), COUNT);
    finish(before.growth());
  };
  return asyncio.run(main);
}
