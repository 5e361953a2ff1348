import * as asyncio from 'asyncio-ts';

const double = asyncio.coroutine(async (number: number) => {
  await asyncio.sleep(1);
  return 2 * number;
});

const main = asyncio.coroutine(async () => {
  const [four, six] = await asyncio.gather(double(2), double(3));
  console.log(`${four} and ${six}`);
});

await asyncio.run(main());
