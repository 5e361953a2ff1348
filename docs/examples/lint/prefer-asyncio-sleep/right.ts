import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  await asyncio.sleep(0.5);
});
