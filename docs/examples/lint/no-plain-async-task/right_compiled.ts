import * as asyncio from 'asyncio-ts';

async function work() {
  await asyncio.sleep(1);
  console.log('done');
}

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work);
  await task;
});

await asyncio.run(main());
