import * as asyncio from 'asyncio-ts';

const poll = asyncio.coroutine(async (turn: number) => {
  await asyncio.sleep(1);
  if (turn % 2 === 1) throw new asyncio.OSError('no network');
  console.log(`turn ${turn}: news`);
});

const watch = asyncio.coroutine(async () => {
  for (let turn = 1; turn <= 10; turn++) {
    try {
      await poll(turn);
    } catch (error) {
      if (!(error instanceof asyncio.Exception)) throw error;
      console.log(`turn ${turn}: ${(error as Error).name}`);
    }
  }
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(watch());
  await asyncio.sleep(3.5);
  task.cancel();
  await asyncio.wait([task]);
  console.log(task.cancelled() ? 'cancelled' : 'finished');
});

await asyncio.run(main());
