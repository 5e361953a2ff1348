import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const DEPTH = 50;

type Level = (depth: number, count: number) => asyncio.Coroutine<number>;

const level: Level = asyncio.coroutine(function* (depth: number, count: number): Generator<unknown, number, unknown> {
  if (depth > 1) return yield* level(depth - 1, count);
  let done = 0;
  for (; done < count; done++) yield* asyncio.sleep(0);
  return done;
});

await bench(function* (count) {
  return yield* level(DEPTH, count);
});
