/** A cancellation goes to the innermost wait, and comes out through everybody. */
import * as asyncio from 'asyncio-ts';

const download = asyncio.coroutine(async () => {
  try {
    await asyncio.sleep(60);
  } finally {
    console.log('download: connection closed');
  }
});

const install = asyncio.coroutine(async (part: asyncio.Task<void>) => {
  try {
    await part;
  } finally {
    console.log('install: temporary files removed');
  }
});

const update = asyncio.coroutine(async () => {
  const part = asyncio.create_task(download());
  try {
    await install(part);
  } finally {
    console.log('update: lock released');
  }
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(update());
  await asyncio.sleep(1);
  task.cancel();
  await asyncio.wait([task]);
  console.log(task.cancelled() ? 'cancelled' : 'finished');
});

await asyncio.run(main());
