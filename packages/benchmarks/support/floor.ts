/** Measures what the engine alone takes: generators that nobody schedules. */
import { COUNT, Instant, WARM_UP, check, print } from './measure.js';

/** Does `count` operations, and returns how many it has done. */
type Work = (count: number) => Generator<unknown, number, unknown>;

/** Runs `work` from one suspension to the next, first for warmth, then measured. */
export function bench(work: Work): void {
  check(drive(work(WARM_UP)), WARM_UP);
  const start = new Instant();
  const done = drive(work(COUNT));
  const elapsed = start.elapsed();
  check(done, COUNT);
  print(elapsed);
}

function drive(generator: Generator<unknown, number, unknown>): number {
  let step = generator.next();
  while (step.done !== true) step = generator.next();
  return step.value;
}
