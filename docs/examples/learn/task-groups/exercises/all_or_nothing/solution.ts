import * as asyncio from 'asyncio-ts';

const send = asyncio.coroutine(async (file: string, duration: number) => {
  await asyncio.sleep(duration);
  if (file === 'b') throw new asyncio.OSError(`${file} can't be read`);
  console.log(`${file} is sent`);
});

const main = asyncio.coroutine(async () => {
  try {
    await asyncio.async_with(new asyncio.TaskGroup(), async (group) => {
      group.create_task(send('a', 1));
      group.create_task(send('b', 2));
      group.create_task(send('c', 3));
    });
  } catch (error) {
    asyncio.except_star(error, [
      asyncio.OSError,
      (errors) => console.log(`all or nothing: ${errors.exceptions[0]!.message}`),
    ]);
  }
  await asyncio.sleep(2);
  console.log('end');
});

await asyncio.run(main());
