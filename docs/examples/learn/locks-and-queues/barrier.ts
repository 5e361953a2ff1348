/** At a barrier everybody waits until all are there. */
import * as asyncio from 'asyncio-ts';

const barrier = new asyncio.Barrier(3);

const worker = asyncio.coroutine(async (name: string, wait: number) => {
  await asyncio.sleep(wait);
  console.log(`${name} has prepared`);
  await barrier.wait();
  console.log(`${name} begins`);
});

const main = asyncio.coroutine(async () => {
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(worker('slow', 3));
    group.create_task(worker('fast', 1));
    group.create_task(worker('medium', 2));
  });
});

await asyncio.run(main());
