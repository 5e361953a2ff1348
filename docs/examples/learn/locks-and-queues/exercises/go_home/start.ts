import * as asyncio from 'asyncio-ts';

const worker = asyncio.coroutine(async (name: string, queue: asyncio.Queue<number>) => {
  while (true) {
    const job = await queue.get();
    await asyncio.sleep(1);
    console.log(`${name} has done job ${job}`);
  }
});

const main = asyncio.coroutine(async () => {
  const queue = new asyncio.Queue<number>();
  const workers = ['Ada', 'Grace'].map((name) => asyncio.create_task(worker(name, queue)));
  for (let job = 1; job <= 5; job++) await queue.put(job);
  await asyncio.wait(workers, { timeout: 2.5 });
  console.log('closed');
});

await asyncio.run(main());
