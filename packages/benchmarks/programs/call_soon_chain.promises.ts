import { bench } from '../support/promises.js';

await bench(
  (count) =>
    new Promise((resolve) => {
      let done = 0;
      const link = (): void => {
        done++;
        if (done < count) setImmediate(link);
        else resolve(done);
      };
      setImmediate(link);
    }),
);
