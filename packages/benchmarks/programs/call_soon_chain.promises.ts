import { bench } from '../support/promises.js';

await bench(
  (count) =>
    new Promise((resolve) => {
      let left = count;
      const link = (): void => {
        left -= 1;
        if (left > 0) setImmediate(link);
        else resolve();
      };
      setImmediate(link);
    }),
);
