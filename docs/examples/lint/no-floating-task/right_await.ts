import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(1));

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work());
  await asyncio.sleep(10);
  await task;
});
