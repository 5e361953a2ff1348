import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  await asyncio.wait([asyncio.sleep(1), asyncio.sleep(2)]);
});
