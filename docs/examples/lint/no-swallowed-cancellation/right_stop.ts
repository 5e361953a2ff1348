import * as asyncio from 'asyncio-ts';

const work = asyncio.coroutine(async () => asyncio.sleep(10, 42));

const stop = asyncio.coroutine(async (task: asyncio.Task<number>) => {
  task.cancel();
  try {
    await task;
  } catch (error) {
    if (!(error instanceof asyncio.CancelledError)) throw error;
    console.log('stopped');
  }
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(work());
  await asyncio.sleep(1);
  await stop(task);
});

await asyncio.run(main());
