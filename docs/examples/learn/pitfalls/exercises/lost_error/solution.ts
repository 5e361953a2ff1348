import * as asyncio from 'asyncio-ts';

const writer = asyncio.coroutine(async function writer() {
  await asyncio.sleep(1);
  throw new asyncio.OSError('the disk is full');
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(writer());
      await asyncio.sleep(10); // the work of main()
    });
    console.log('all is written');
  } catch (error) {
    asyncio.except_star(error, [asyncio.OSError, (errors) => console.log(`failed: ${errors.exceptions[0]!.message}`)]);
  }
});

await asyncio.run(main());
