import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const DEPTH = 50;

type Level = (depth: number) => asyncio.Coroutine<number>;

const level: Level = asyncio.coroutine(function* (depth: number): Generator<unknown, number, unknown> {
  if (depth === 1) {
    yield* asyncio.sleep(0);
    return 1;
  }
  return (yield* level(depth - 1)) + 1;
});

await bench(function* (count) {
  let levels = 0;
  for (let i = 0; i < count; i++) levels += yield* level(DEPTH);
  return levels / DEPTH;
});
