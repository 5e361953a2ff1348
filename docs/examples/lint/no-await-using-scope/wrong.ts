import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  await using group = new asyncio.TaskGroup();
  group.create_task(asyncio.sleep(1));
});

await asyncio.run(main());
