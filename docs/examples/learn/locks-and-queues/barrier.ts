/** At a barrier everybody waits until all are there. */
import * as asyncio from 'asyncio-ts';

const worker = asyncio.coroutine(async (name: string, duration: number, barrier: asyncio.Barrier) => {
  await asyncio.sleep(duration);
  console.log(`${name} has prepared`);
  await barrier.wait();
  console.log(`${name} begins`);
});

const main = asyncio.coroutine(async () => {
  const barrier = new asyncio.Barrier(3);
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(worker('slow', 3, barrier));
    group.create_task(worker('fast', 1, barrier));
    group.create_task(worker('medium', 2, barrier));
  });
});

await asyncio.run(main());
