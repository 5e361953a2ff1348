import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  await new Promise((resolve) => setTimeout(resolve, 500));
});
