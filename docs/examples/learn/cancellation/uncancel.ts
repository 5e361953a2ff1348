/** Each cancel() is counted. Whoever takes a cancellation back says so by uncancel(). */
import * as asyncio from 'asyncio-ts';

const ask = asyncio.coroutine(async () => {
  try {
    await asyncio.sleep(60);
  } catch (error) {
    if (!(error instanceof asyncio.CancelledError)) throw error;
    const task = asyncio.current_task()!;
    console.log(`requests: ${task.cancelling()}`);
    console.log(`after uncancel(): ${task.uncancel()}`);
  }
  await asyncio.sleep(1);
  return 'changed my mind';
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(ask());
  await asyncio.sleep(1);
  task.cancel();
  console.log(await task);
});

await asyncio.run(main());
