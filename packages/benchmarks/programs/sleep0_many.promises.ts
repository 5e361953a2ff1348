import { bench } from '../support/promises.js';

const TASKS = 1000;

const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const worker = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await turn();
};

await bench(async (count) => {
  await Promise.all(Array.from({ length: TASKS }, () => worker(count / TASKS)));
});
