import { bench } from '../support/promises.js';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

await bench(async (count) => {
  let done = 0;
  for await (const i of numbers(count)) if (i === done) done++;
  return done;
});
