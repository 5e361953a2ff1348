import { bench, turn } from '../support/promises.js';

const TASKS = 100;

await bench(async (count) => {
  // A chain is the lock of promises: each holder begins when the one before it has ended.
  let last = Promise.resolve();
  let inside = 0;
  let done = 0;
  const hold = async (): Promise<void> => {
    inside++;
    await turn();
    if (inside === 1) done++;
    inside--;
  };
  const worker = async (): Promise<void> => {
    for (let i = 0; i < count / TASKS; i++) {
      last = last.then(hold);
      await last;
    }
  };
  await Promise.all(Array.from({ length: TASKS }, () => worker()));
  return done;
});
