import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const DEPTH = 50;

type Level = (depth: number, count: number) => asyncio.Coroutine<void>;

const level: Level = asyncio.coroutine(function* (depth: number, count: number): Generator<unknown, void, unknown> {
  if (depth > 1) yield* level(depth - 1, count);
  else for (let i = 0; i < count; i++) yield* asyncio.sleep(0);
});

await bench(function* (count) {
  yield* level(DEPTH, count);
});
