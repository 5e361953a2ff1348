import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(1, 'done'));

const main = asyncio.coroutine(async () => {
  console.log(await asyncio.run(work()));
});

await asyncio.run(main());
