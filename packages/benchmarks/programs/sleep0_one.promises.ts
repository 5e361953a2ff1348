import { bench, turn } from '../support/promises.js';

await bench(async (count) => {
  let done = 0;
  for (; done < count; done++) await turn();
  return done;
});
