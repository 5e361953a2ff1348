import { bench } from '../support/promises.js';

const nap = async (seconds: number): Promise<void> => {
  await new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
};

await bench(async (count) => {
  const results = await Promise.all(Array.from({ length: count }, (_, i) => nap(2 + i * 1e-6)));
  return results.length;
});
