import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async (name: string) => {
  console.log(`  ${name} starts`);
  await asyncio.sleep(1);
  console.log(`  ${name} ends`);
});

const main = asyncio.coroutine(async () => {
  const first = asyncio.create_task(work('first'));
  console.log('the first task is made');
  const second = asyncio.create_task(work('second'));
  console.log('the second task is made');
  await asyncio.sleep(0);
  console.log('main gave up one turn');
  await first;
  await second;
});

await asyncio.run(main());
