import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async (delayMs: number) => {
  await asyncio.sleep(500);
  await asyncio.sleep(delayMs);
});
