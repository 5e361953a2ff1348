import { bench, turn } from '../support/promises.js';

const DEPTH = 50;

const level = async (depth: number): Promise<number> => {
  if (depth === 1) {
    await turn();
    return 1;
  }
  return (await level(depth - 1)) + 1;
};

await bench(async (count) => {
  let levels = 0;
  for (let i = 0; i < count; i++) levels += await level(DEPTH);
  return levels / DEPTH;
});
