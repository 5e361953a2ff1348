import * as asyncio from 'asyncio-ts';

const heart = asyncio.coroutine(async () => {
  try {
    while (true) {
      await asyncio.sleep(1);
      console.log('beat');
    }
  } finally {
    console.log('heart stopped');
  }
});

const state = (task: asyncio.Task<unknown>) =>
  task.cancelled() ? 'cancelled' : task.done() ? 'finished' : 'still running';

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(heart());
  await asyncio.sleep(2.5);
  task.cancel();
  try {
    await task;
  } catch (error) {
    if (!(error instanceof asyncio.CancelledError)) throw error;
  }
  console.log(`main goes on, the task is ${state(task)}`);
});

await asyncio.run(main());
