import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const [done, pending] = await asyncio.wait([asyncio.sleep(1), asyncio.sleep(2)]);
  console.log(done.size, pending.size);
});

await asyncio.run(main());
