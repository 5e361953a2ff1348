import * as asyncio from 'asyncio-ts';

const heart = asyncio.coroutine(async () => {
  while (true) {
    await asyncio.sleep(1);
    console.log('beat');
  }
});

const state = (task: asyncio.Task<unknown>) =>
  task.cancelled() ? 'cancelled' : task.done() ? 'finished' : 'still running';

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(heart());
  await asyncio.sleep(2.5);
  // Stop the task here.
  console.log(`main goes on, the task is ${state(task)}`);
});

await asyncio.run(main());
