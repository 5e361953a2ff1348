import * as asyncio from 'asyncio-ts';

const writer = asyncio.coroutine(async function writer() {
  await asyncio.sleep(1);
  throw new asyncio.OSError('the disk is full');
});

const main = asyncio.coroutine(async () => {
  const task = asyncio.create_task(writer());
  await asyncio.sleep(10); // the work of main()
  console.log(task.done() ? 'all is written' : 'still writing');
});

await asyncio.run(main());
