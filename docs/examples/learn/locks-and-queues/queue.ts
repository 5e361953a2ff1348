/** A bounded queue holds up who is too fast. */
import * as asyncio from 'asyncio-ts';

const bake = asyncio.coroutine(async (queue: asyncio.Queue<number>) => {
  for (let number = 1; number < 6; number++) {
    await queue.put(number);
    console.log(`bread ${number} lies on the counter`);
  }
  queue.shutdown();
  console.log('the oven is off');
});

const buy = asyncio.coroutine(async (queue: asyncio.Queue<number>) => {
  try {
    while (true) {
      const number = await queue.get();
      console.log(`  bread ${number} is sold`);
      await asyncio.sleep(1);
    }
  } catch (error) {
    if (!(error instanceof asyncio.QueueShutDown)) throw error;
    console.log('  no more bread');
  }
});

const main = asyncio.coroutine(async () => {
  const queue = new asyncio.Queue<number>({ maxsize: 2 });
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(bake(queue));
    group.create_task(buy(queue));
  });
});

await asyncio.run(main());
