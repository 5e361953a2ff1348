/** A handler that catches everything catches the cancellation as well. */
import * as asyncio from 'asyncio-ts';

const poll = asyncio.coroutine(async () => {
  for (let turn = 1; turn < 5; turn++) {
    try {
      await asyncio.sleep(1);
      if (turn === 1) throw new asyncio.OSError('the network is down');
      console.log(`turn ${turn}`);
    } catch (error) {
      // Missing here: if (!(error instanceof asyncio.Exception)) throw error;
      console.log(`turn ${turn}: ignored ${(error as Error).name}`);
    }
  }
  return 'never stopped';
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(poll());
  await asyncio.sleep(2.5);
  task.cancel();
  console.log(await task);
});

await asyncio.run(main());
