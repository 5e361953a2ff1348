import * as asyncio from 'asyncio-ts';

const timer = asyncio.coroutine(async (name: string, delay: number) => {
  await asyncio.sleep(delay);
  console.log(`${name} rings`);
});

const main = asyncio.coroutine(async () => {
  const eggs = asyncio.create_task(timer('eggs', 3));
  const toast = asyncio.create_task(timer('toast', 2));
  await eggs;
  await toast;
  console.log('breakfast');
});

await asyncio.run(main());
