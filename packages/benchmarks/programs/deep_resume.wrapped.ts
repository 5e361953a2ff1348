import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const DEPTH = 50;

type Level = (depth: number, count: number) => asyncio.Coroutine<number>;

const level: Level = asyncio.coroutine(async (depth: number, count: number): Promise<number> => {
  if (depth > 1) return await level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) await asyncio.sleep(0);
  return done;
});

await bench(async (count) => {
  return await level(DEPTH, count);
});
