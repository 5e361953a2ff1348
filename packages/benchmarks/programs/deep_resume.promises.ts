import { bench, turn } from '../support/promises.js';

const DEPTH = 50;

const level = async (depth: number, count: number): Promise<number> => {
  if (depth > 1) return await level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) await turn();
  return done;
};

await bench((count) => level(DEPTH, count));
