import { bench } from '../support/promises.js';

const BATCH = 1000;

const child = async (x: number): Promise<number> => x;

await bench(async (count) => {
  for (let done = 0; done < count; done += BATCH) {
    await Promise.all(Array.from({ length: BATCH }, (_, i) => child(i)));
  }
});
