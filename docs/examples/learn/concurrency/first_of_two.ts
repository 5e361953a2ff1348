import * as asyncio from 'asyncio-ts';

const mirror = asyncio.coroutine(async (name: string, delay: number) => {
  try {
    await asyncio.sleep(delay);
    return `page from ${name}`;
  } catch (error) {
    console.log(`${name} is cancelled`);
    throw error;
  }
});

const main = asyncio.coroutine(async () => {
  const tasks = [
    asyncio.create_task(mirror('Berlin', 3), { name: 'Berlin' }),
    asyncio.create_task(mirror('Tokyo', 1), { name: 'Tokyo' }),
  ];
  const [done, pending] = await asyncio.wait(tasks, {
    return_when: asyncio.FIRST_COMPLETED,
  });
  console.log(`${done.size} done, ${pending.size} pending`);
  for (const task of pending) task.cancel();
  await asyncio.wait(tasks);
  for (const task of done) console.log(await task);
});

await asyncio.run(main());
