import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(asyncio.sleep(1));
  });
  console.log('the task has ended');
});

await asyncio.run(main());
