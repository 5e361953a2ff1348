import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const produce = async (queue: asyncio.Queue<number>, count: number) => {
  for (let item = 0; item < count; item++) await queue.put(item);
};

const consume = async (queue: asyncio.Queue<number>, count: number) => {
  let done = 0;
  for (let item = 0; item < count; item++) if ((await queue.get()) === item) done++;
  return done;
};

await bench(async (count) => {
  const queue = new asyncio.Queue<number>(100);
  const producer = asyncio.create_task(produce(queue, count));
  const done = await consume(queue, count);
  await producer;
  return done;
});
