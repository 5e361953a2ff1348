import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async (task: asyncio.Task<number>) => {
  return await task.catch(() => 0);
});
