import * as asyncio from 'asyncio-ts';

import { bench } from '../support/wrapped.js';

const PAIRS = 10;

const produce = asyncio.coroutine(async (queue: asyncio.Queue<number>, count: number) => {
  for (let item = 0; item < count; item++) await queue.put(1);
});

const consume = asyncio.coroutine(async (queue: asyncio.Queue<number>, count: number) => {
  let done = 0;
  for (let item = 0; item < count; item++) done += await queue.get();
  return done;
});

await bench(async (count) => {
  const queue = new asyncio.Queue<number>(10);
  const producers = Array.from({ length: PAIRS }, () => asyncio.create_task(produce(queue, count / PAIRS)));
  const done = await asyncio.gather(...Array.from({ length: PAIRS }, () => consume(queue, count / PAIRS)));
  await asyncio.gather(...producers);
  return done.reduce((sum, each) => sum + each);
});
