import pLimit from 'p-limit';

import { bench, turn } from '../support/promises.js';

const TASKS = 100;
const LIMIT = 10;

await bench(async (count) => {
  const limit = pLimit(LIMIT);
  let inside = 0;
  let done = 0;
  const hold = async (): Promise<void> => {
    inside++;
    await turn();
    if (inside <= LIMIT) done++;
    inside--;
  };
  const worker = async (): Promise<void> => {
    for (let i = 0; i < count / TASKS; i++) await limit(hold);
  };
  await Promise.all(Array.from({ length: TASKS }, () => worker()));
  return done;
});
