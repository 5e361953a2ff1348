import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(0.5);
  console.log('came to its end');
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.wait_for(work(), 0.1);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('too late');
  }
});

await asyncio.run(main());
