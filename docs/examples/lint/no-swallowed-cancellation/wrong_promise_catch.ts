import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(10, 42));

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work());
  await asyncio.sleep(1);
  task.cancel();
  console.log(await task.catch(() => 0));
});

await asyncio.run(main());
