import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => {
  await asyncio.sleep(1);
});
const main = asyncio.coroutine(async () => {
  try {
    await Promise.all([work(), work()]);
  } catch (error) {
    return (error as Error).message.split(';')[0];
  }
});
await asyncio.run(main()); // => 'two coroutines are awaited at once in one task'
