import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(1, 'done'));

const main = asyncio.coroutine(async () => {
  const result = asyncio.create_task(work());
  console.log(await result);
  console.log(await result);
});

await asyncio.run(main());
