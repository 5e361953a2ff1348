/** shield() takes the cancellation upon itself; what it holds goes on. */
import * as asyncio from 'asyncio-ts';

const save = asyncio.coroutine(async () => {
  await asyncio.sleep(2);
  console.log('saved');
});

const edit = asyncio.coroutine(async () => {
  const saving = asyncio.create_task(save());
  try {
    await asyncio.shield(saving);
  } catch (error) {
    if (!(error instanceof asyncio.CancelledError)) throw error;
    console.log('the editor was closed while it saved');
    await saving;
    throw error;
  }
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(edit());
  await asyncio.sleep(1);
  task.cancel();
  await asyncio.wait([task]);
  console.log(task.cancelled() ? 'cancelled' : 'finished');
});

await asyncio.run(main());
