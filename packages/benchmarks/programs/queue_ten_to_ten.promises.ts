import { BoundedQueue } from '../support/bounded_queue.js';
import { bench } from '../support/promises.js';

const PAIRS = 10;

const produce = async (queue: BoundedQueue<number>, count: number): Promise<void> => {
  for (let item = 0; item < count; item++) await queue.put(1);
};

const consume = async (queue: BoundedQueue<number>, count: number): Promise<number> => {
  let done = 0;
  for (let item = 0; item < count; item++) done += await queue.get();
  return done;
};

await bench(async (count) => {
  const queue = new BoundedQueue<number>(10);
  const producers = Array.from({ length: PAIRS }, () => produce(queue, count / PAIRS));
  const done = await Promise.all(Array.from({ length: PAIRS }, () => consume(queue, count / PAIRS)));
  await Promise.all(producers);
  return done.reduce((sum, each) => sum + each);
});
