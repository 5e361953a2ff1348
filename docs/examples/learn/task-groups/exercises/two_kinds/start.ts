import * as asyncio from 'asyncio-ts';

const job = asyncio.coroutine(async (error: Error) => {
  await asyncio.sleep(1);
  throw error;
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(job(new asyncio.KeyError('color')));
      group.create_task(job(new asyncio.OSError('disk full')));
      group.create_task(job(new asyncio.KeyError('size')));
    });
  } catch (error) {
    if (error instanceof asyncio.KeyError) console.log(`missing: ${String(error.args[0])}`);
    if (error instanceof asyncio.OSError) console.log(`system: ${error.message}`);
  }
});

await asyncio.run(main());
