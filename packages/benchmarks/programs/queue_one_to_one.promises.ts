import { BoundedQueue } from '../support/bounded_queue.js';
import { bench } from '../support/promises.js';

const produce = async (queue: BoundedQueue<number>, count: number): Promise<void> => {
  for (let item = 0; item < count; item++) await queue.put(item);
};

const consume = async (queue: BoundedQueue<number>, count: number): Promise<number> => {
  let done = 0;
  for (let item = 0; item < count; item++) if ((await queue.get()) === item) done++;
  return done;
};

await bench(async (count) => {
  const queue = new BoundedQueue<number>(100);
  const producer = produce(queue, count);
  const done = await consume(queue, count);
  await producer;
  return done;
});
