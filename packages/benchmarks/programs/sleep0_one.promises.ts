import { bench } from '../support/promises.js';

// As asyncio's, one turn of the host's loop: a mere `await null` would keep input and output out.
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

await bench(async (count) => {
  let done = 0;
  for (; done < count; done++) await turn();
  return done;
});
