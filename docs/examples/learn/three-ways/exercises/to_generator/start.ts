import * as asyncio from 'asyncio-ts';

const fetch_price = asyncio.coroutine(async (item: string) => {
  await asyncio.sleep(1);
  return item.length;
});

const main = asyncio.coroutine(async () => {
  const tea = await fetch_price('tea');
  const coffee = await fetch_price('coffee');
  console.log(`together ${tea + coffee}`);
});

await asyncio.run(main());
