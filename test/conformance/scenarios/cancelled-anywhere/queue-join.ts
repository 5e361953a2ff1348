// Cancelled at every turn: a task that waits until all items are done, and for queues of another order.
import * as asyncio from 'asyncio-ts';
import type { Setup } from '../../scenario';

export const setup: Setup = (trace) => {
  const queue = new asyncio.PriorityQueue<number>();
  const stack = new asyncio.LifoQueue<string>(1);

  const victim = asyncio.coroutine(async function victim() {
    await queue.put(2);
    await queue.put(1);
    await queue.join();
    trace('joined');
    await stack.put('a');
    await stack.put('b');
    trace('put');
    trace('got', await stack.get());
    await stack.join();
  });

  const others = asyncio.coroutine(async function others() {
    trace('other', await queue.get());
    queue.task_done();
    await asyncio.sleep(1);
    trace('other', await queue.get());
    queue.task_done();
    await asyncio.sleep(1);
    trace('stack', await stack.get());
    stack.task_done();
  });

  const afterwards = asyncio.coroutine(async function afterwards() {
    trace('afterwards', asyncio.str(queue), asyncio.str(stack));
    queue.shutdown({ immediate: true });
    await queue.join();
    stack.shutdown({ immediate: true });
    trace('joined', asyncio.str(queue), asyncio.str(stack));
  });

  return [victim, others, afterwards];
};
