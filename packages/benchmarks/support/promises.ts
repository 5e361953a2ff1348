/** Measures programs of bare promises: the same job as far as the platform alone can do it. */
import { COUNT, Instant, Memory, WARM_UP, check, finish, print } from './measure.js';

/** Does `count` operations, and returns how many it has done. */
type Work = (count: number) => Promise<number>;

/** As asyncio's `sleep(0)`, one turn of the host's loop: a mere `await null` would keep input and output out. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Runs `work`, first for warmth, then measured. */
export async function bench(work: Work): Promise<void> {
  check(await work(WARM_UP), WARM_UP);
  const start = new Instant();
  const done = await work(COUNT);
  const elapsed = start.elapsed();
  check(done, COUNT);
  print(elapsed);
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  const before = new Memory();
  check(await work(COUNT), COUNT);
  finish(before.growth());
}
