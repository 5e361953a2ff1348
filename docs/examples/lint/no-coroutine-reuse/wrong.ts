import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(1, 'done'));

const main = asyncio.coroutine(async () => {
  const result = work();
  console.log(await result);
  console.log(await result);
});

await asyncio.run(main());
