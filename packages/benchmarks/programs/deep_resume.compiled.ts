import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const DEPTH = 50;

const level = async (depth: number, count: number): Promise<number> => {
  if (depth > 1) return await level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) await asyncio.sleep(0);
  return done;
};

await bench(async (count) => {
  return await level(DEPTH, count);
});
