import { bench } from '../support/compiled.js';

async function* numbers(count: number) {
  for (let i = 0; i < count; i++) yield i;
}

async function same(x: number) {
  return x;
}

await bench(async (count) => {
  let done = 0;
  for await (const i of numbers(count)) if ((await same(i)) === done) done++;
  return done;
});
