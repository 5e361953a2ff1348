import * as asyncio from 'asyncio-ts';

const fetch_price = asyncio.coroutine(async (item: string) => {
  await asyncio.sleep(1);
  return item.length * 10;
});

const total = asyncio.coroutine(async () => {
  const bread = await fetch_price('bread');
  const butter = await fetch_price('butter');
  return bread + butter;
});

console.log(`total ${await asyncio.run(total())}`);
