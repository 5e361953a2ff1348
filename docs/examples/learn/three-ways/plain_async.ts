import * as asyncio from 'asyncio-ts';

const plain = async () => 1;

const main = asyncio.coroutine(async () => {
  try {
    asyncio.create_task(plain());
  } catch (error) {
    if (!(error instanceof asyncio.TypeError)) throw error;
    return error.message.slice(0, 24);
  }
});

await asyncio.run(main()); // => 'a coroutine was expected'
