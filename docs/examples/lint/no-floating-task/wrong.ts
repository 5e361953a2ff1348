import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
  throw new Error('lost');
});

const main = asyncio.coroutine(async () => {
  asyncio.create_task(work());
  await asyncio.sleep(2);
  console.log('as if nothing had happened');
});

await asyncio.run(main());
