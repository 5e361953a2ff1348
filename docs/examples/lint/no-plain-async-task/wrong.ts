import * as asyncio from 'asyncio-ts';

async function work() {
  await asyncio.sleep(1);
}

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work());
  await task;
});
