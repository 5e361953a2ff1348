import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const DEPTH = 50;

type Level = (depth: number, count: number) => asyncio.Coroutine<void>;

const level: Level = asyncio.coroutine(async (depth: number, count: number): Promise<void> => {
  if (depth > 1) await level(depth - 1, count);
  else for (let i = 0; i < count; i++) await asyncio.sleep(0);
});

await bench(async (count) => {
  await level(DEPTH, count);
});
