import { bench } from '../support/promises.js';

const BATCH = 1000;

const child = async (x: number): Promise<number> => x;

await bench(async (count) => {
  let done = 0;
  while (done < count) {
    const results = await Promise.all(Array.from({ length: BATCH }, (_, i) => child(i)));
    done += results.length;
  }
  return done;
});
