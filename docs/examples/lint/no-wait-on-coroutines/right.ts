import * as asyncio from 'asyncio-ts';

const main = asyncio.coroutine(async () => {
  const tasks = [asyncio.create_task(asyncio.sleep(1)), asyncio.create_task(asyncio.sleep(2))];
  const [done, pending] = await asyncio.wait(tasks, { return_when: asyncio.FIRST_COMPLETED });
  console.log(done.size, pending.size);
});

await asyncio.run(main());
