/** A semaphore lets a number of tasks in. The others wait in turn. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function download(limit: asyncio.Semaphore, name: string) {
  await using _ = limit;
  console.log(`${name} begins`);
  await asyncio.sleep(1);
  console.log(`${name} ends`);
}

async function main() {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  const limit = new asyncio.Semaphore(2);
  {
    await using group = new asyncio.TaskGroup();
    for (const name of 'abcde') group.create_task(download(limit, name));
  }
  console.log(`${(loop.time() - started).toFixed(1)} s`);
}

await asyncio.run(main());
