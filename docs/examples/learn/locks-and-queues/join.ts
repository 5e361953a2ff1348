/** join() waits until each item that was put has been worked off. */
import * as asyncio from 'asyncio-ts';

const worker = asyncio.coroutine(async (name: string, queue: asyncio.Queue<number>) => {
  while (true) {
    const job = await queue.get();
    await asyncio.sleep(job);
    console.log(`${name} has done a job of ${job} s`);
    queue.task_done();
  }
});

const main = asyncio.coroutine(async () => {
  const queue = new asyncio.Queue<number>();
  const names = ['Ada', 'Grace'];
  const workers = names.map((name) => asyncio.create_task(worker(name, queue)));
  for (const job of [3, 1, 1, 2]) queue.put_nowait(job);
  await queue.join();
  console.log('all jobs are done');
  for (const task of workers) task.cancel();
  await asyncio.gather(...workers, { return_exceptions: true });
});

await asyncio.run(main());
