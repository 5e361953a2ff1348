/** cancel() raises CancelledError at the await where the task waits. */
import * as asyncio from 'asyncio-ts';

const tick = asyncio.coroutine(async () => {
  let count = 0;
  try {
    while (true) {
      await asyncio.sleep(1);
      count += 1;
      console.log(`tick ${count}`);
    }
  } catch (error) {
    if (error instanceof asyncio.CancelledError) console.log('somebody wants me to stop');
    throw error;
  } finally {
    console.log('the clock is put away');
  }
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(tick());
  await asyncio.sleep(2.5);
  task.cancel();
  console.log('cancel() has returned');
  try {
    await task;
  } catch (error) {
    if (!(error instanceof asyncio.CancelledError)) throw error;
    console.log('the task has ended');
  }
});

await asyncio.run(main());
