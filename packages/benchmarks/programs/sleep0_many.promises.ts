import { bench, turn } from '../support/promises.js';

const TASKS = 1000;

const worker = async (count: number): Promise<number> => {
  let done = 0;
  for (; done < count; done++) await turn();
  return done;
};

await bench(async (count) => {
  const results = await Promise.all(Array.from({ length: TASKS }, () => worker(count / TASKS)));
  return results.reduce((sum, done) => sum + done);
});
