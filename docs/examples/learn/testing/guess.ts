/** A test that guesses how long something takes, and one that waits for it. */
import * as asyncio from 'asyncio-ts';

const worker = asyncio.coroutine(async (queue: asyncio.Queue<string>, done: string[]) => {
  while (true) {
    const item = await queue.get();
    await asyncio.sleep(item === 'large' ? 0.2 : 0.05);
    done.push(item);
    queue.task_done();
  }
});

const guess = asyncio.coroutine(async (queue: asyncio.Queue<string>, done: string[]) => {
  queue.put_nowait('large');
  await asyncio.sleep(0.1); // it should be ready by then
  console.log(`a guess: ${asyncio.repr(done)}`);
});

const wait = asyncio.coroutine(async (queue: asyncio.Queue<string>, done: string[]) => {
  queue.put_nowait('large');
  await queue.join();
  console.log(`a wait: ${asyncio.repr(done)}`);
});

const main = asyncio.coroutine(async () => {
  for (const test of [guess, wait]) {
    const queue = new asyncio.Queue<string>();
    const done: string[] = [];
    const task = asyncio.create_task(worker(queue, done));
    await test(queue, done);
    task.cancel();
    await asyncio.wait([task]);
  }
});

await asyncio.run(main());
