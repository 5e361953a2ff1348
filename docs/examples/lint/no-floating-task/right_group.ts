import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
  console.log('done');
});

const main = asyncio.coroutine(async () => {
  await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
    group.create_task(work());
  });
});

await asyncio.run(main());
