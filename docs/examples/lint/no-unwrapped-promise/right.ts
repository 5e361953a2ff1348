import * as asyncio from 'asyncio-ts';

// What another library has: a promise.
const download = () => new Promise((resolve) => setTimeout(resolve, 500, 'all'));

const work = asyncio.coroutine(async () => {
  await asyncio.wrap_future(Promise.all([download()]));
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
