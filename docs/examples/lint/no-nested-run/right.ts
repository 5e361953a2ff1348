import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(1));

const main = asyncio.coroutine(async () => {
  await work();
});

await asyncio.run(main());
