import * as asyncio from 'asyncio-ts';

const greet = asyncio.coroutine(async (name: string, delay: number) => {
  await asyncio.sleep(delay);
  console.log(`hello ${name}`);
  return name.length;
});

const main = asyncio.coroutine(async () => {
  const ada = asyncio.create_task(greet('Ada', 0.2));
  const grace = asyncio.create_task(greet('Grace', 0.1));
  console.log((await ada) + (await grace));
});

await asyncio.run(main());
