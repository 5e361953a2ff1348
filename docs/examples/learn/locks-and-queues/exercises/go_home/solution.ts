import * as asyncio from 'asyncio-ts';

const worker = asyncio.coroutine(async (name: string, queue: asyncio.Queue<number>) => {
  try {
    while (true) {
      const job = await queue.get();
      await asyncio.sleep(1);
      console.log(`${name} has done job ${job}`);
    }
  } catch (error) {
    if (!(error instanceof asyncio.QueueShutDown)) throw error;
    console.log(`${name} goes home`);
  }
});

const main = asyncio.coroutine(async () => {
  const queue = new asyncio.Queue<number>();
  const workers = ['Ada', 'Grace'].map((name) => asyncio.create_task(worker(name, queue)));
  for (let job = 1; job <= 5; job++) await queue.put(job);
  queue.shutdown();
  await asyncio.gather(...workers);
  console.log('closed');
});

await asyncio.run(main());
