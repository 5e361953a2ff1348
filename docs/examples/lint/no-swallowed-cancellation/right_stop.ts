import * as asyncio from 'asyncio-ts';

const stop = asyncio.coroutine(async (task: asyncio.Task<number>) => {
  task.cancel();
  try {
    await task;
  } catch (error) {
    if (!(error instanceof asyncio.CancelledError)) throw error;
  }
});
