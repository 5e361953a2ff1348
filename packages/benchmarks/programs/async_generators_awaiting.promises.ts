import { bench } from '../support/promises.js';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

async function same(x: number): Promise<number> {
  return x;
}

await bench(async (count) => {
  let done = 0;
  for await (const i of numbers(count)) if ((await same(i)) === done) done++;
  return done;
});
