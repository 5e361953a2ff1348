import { bench } from '../support/promises.js';

await bench(
  (count) =>
    new Promise((resolve) => {
      let fired = 0;
      const fire = (): void => {
        fired++;
        if (fired === count / 2) resolve(fired * 2);
      };
      const timers = Array.from({ length: count }, (_, i) => setTimeout(fire, 2000 + i * 1e-3));
      for (let i = 0; i < count; i += 2) clearTimeout(timers[i]);
    }),
);
