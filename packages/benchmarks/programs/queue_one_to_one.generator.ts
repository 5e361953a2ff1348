import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const produce = asyncio.coroutine(function* (queue: asyncio.Queue<number>, count: number) {
  for (let item = 0; item < count; item++) yield* queue.put(item);
});

const consume = asyncio.coroutine(function* (queue: asyncio.Queue<number>, count: number) {
  let done = 0;
  for (let item = 0; item < count; item++) if ((yield* queue.get()) === item) done++;
  return done;
});

await bench(function* (count) {
  const queue = new asyncio.Queue<number>(100);
  const producer = asyncio.create_task(produce(queue, count));
  const done = yield* consume(queue, count);
  yield* producer;
  return done;
});
