/** Measures programs of bare promises: the same job as far as the platform alone can do it. */
import { COUNT, Instant, Memory, WARM_UP, finish, print } from './measure.js';

type Work = (count: number) => Promise<void>;

/** Runs `work`, first for warmth, then measured. */
export async function bench(work: Work): Promise<void> {
  await work(WARM_UP);
  const start = new Instant();
  await work(COUNT);
  print(start.elapsed());
}

/** Measures the memory that `work` has taken when it comes back. */
export async function benchMemory(work: Work): Promise<void> {
  const before = new Memory();
  await work(COUNT);
  finish(before.growth());
}
