import { bench } from '../support/promises.js';

const GROUP = 100;

const child = async (x: number): Promise<number> => x;

await bench(async (count) => {
  let done = 0;
  for (let begun = 0; begun < count; begun += GROUP) {
    const results = await Promise.all(Array.from({ length: GROUP }, (_, i) => child(i)));
    done += results.filter((result, i) => result === i).length;
  }
  return done;
});
