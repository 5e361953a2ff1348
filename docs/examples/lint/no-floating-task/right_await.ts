import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
  throw new Error('found');
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work());
  await asyncio.sleep(2);
  try {
    await task;
  } catch (error) {
    if (!(error instanceof asyncio.Exception)) throw error;
    console.log(`failed: ${error.message}`);
  }
});

await asyncio.run(main());
