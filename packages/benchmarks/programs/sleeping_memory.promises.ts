import { benchMemory } from '../support/promises.js';

const nap = async (): Promise<void> => {
  await new Promise((resolve) => {
    setTimeout(resolve, 3_600_000);
  });
};

const promises: Promise<void>[] = [];

await benchMemory(async (count) => {
  for (let i = 0; i < count; i++) promises.push(nap());
  return promises.length;
});
