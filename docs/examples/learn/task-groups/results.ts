/** The block ends when all tasks have ended. Then their results are there. */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function square(number: number) {
  await asyncio.sleep(number);
  return number * number;
}

async function main() {
  const loop = asyncio.get_running_loop();
  const started = loop.time();
  const tasks: asyncio.Task<number>[] = [];
  {
    await using group = new asyncio.TaskGroup();
    for (const number of [3, 1, 2]) tasks.push(group.create_task(square(number)));
    console.log('the end of the block waits');
  }
  console.log(asyncio.repr(tasks.map((task) => task.result())));
  console.log(`${(loop.time() - started).toFixed(1)} s`);
}

await asyncio.run(main());
