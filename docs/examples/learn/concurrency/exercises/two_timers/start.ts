import * as asyncio from 'asyncio-ts';

const timer = asyncio.coroutine(async (name: string, delay: number) => {
  await asyncio.sleep(delay);
  console.log(`${name} rings`);
});

const main = asyncio.coroutine(async () => {
  await asyncio.create_task(timer('eggs', 3));
  await asyncio.create_task(timer('toast', 2));
  console.log('breakfast');
});

await asyncio.run(main());
