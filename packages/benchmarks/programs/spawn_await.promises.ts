import { bench } from '../support/promises.js';

const child = async (x: number): Promise<number> => x;

await bench(async (count) => {
  let done = 0;
  for (let i = 0; i < count; i++) if ((await child(i)) === i) done++;
  return done;
});
