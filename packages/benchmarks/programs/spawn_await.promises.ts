import { bench } from '../support/promises.js';

const child = async (x: number): Promise<number> => x;

await bench(async (count) => {
  for (let i = 0; i < count; i++) await child(i);
});
