import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async (delayMs: number) => {
  await asyncio.sleep(0.5);
  await asyncio.sleep(delayMs / 1000);
});
