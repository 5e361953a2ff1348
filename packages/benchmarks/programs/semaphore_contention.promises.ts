import { bench, turn } from '../support/promises.js';

const TASKS = 100;
const LIMIT = 10;

await bench(async (count) => {
  const waiters: (() => void)[] = [];
  let inside = 0;
  let done = 0;
  const hold = async (): Promise<void> => {
    // One that is woken takes the place of the one that wakes it.
    if (inside < LIMIT) inside++;
    else await new Promise<void>((resolve) => waiters.push(resolve));
    await turn();
    if (inside <= LIMIT) done++;
    const next = waiters.shift();
    if (next === undefined) inside--;
    else next();
  };
  const worker = async (): Promise<void> => {
    for (let i = 0; i < count / TASKS; i++) await hold();
  };
  await Promise.all(Array.from({ length: TASKS }, () => worker()));
  return done;
});
