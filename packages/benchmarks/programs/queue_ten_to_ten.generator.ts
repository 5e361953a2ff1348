import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const PAIRS = 10;

const produce = asyncio.coroutine(function* (queue: asyncio.Queue<number>, count: number) {
  for (let item = 0; item < count; item++) yield* queue.put(1);
});

const consume = asyncio.coroutine(function* (queue: asyncio.Queue<number>, count: number) {
  let done = 0;
  for (let item = 0; item < count; item++) done += yield* queue.get();
  return done;
});

await bench(function* (count) {
  const queue = new asyncio.Queue<number>(10);
  const producers = Array.from({ length: PAIRS }, () => asyncio.create_task(produce(queue, count / PAIRS)));
  const done = yield* asyncio.gather(...Array.from({ length: PAIRS }, () => consume(queue, count / PAIRS)));
  yield* asyncio.gather(...producers);
  return done.reduce((sum, each) => sum + each);
});
