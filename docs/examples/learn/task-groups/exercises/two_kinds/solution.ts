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
  } catch (raised) {
    asyncio.except_star(
      raised,
      [
        asyncio.KeyError,
        (errors) => {
          for (const error of errors.exceptions) console.log(`missing: ${String((error as asyncio.KeyError).args[0])}`);
        },
      ],
      [asyncio.OSError, (errors) => console.log(`system: ${errors.exceptions[0]!.message}`)],
    );
  }
});

await asyncio.run(main());
