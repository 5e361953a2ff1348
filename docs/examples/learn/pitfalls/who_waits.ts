/** Nothing happens any more. Who waits for whom? */
'use asyncio';
import * as asyncio from 'asyncio-ts';

async function receive(queue: asyncio.Queue<string>) {
  return await queue.get();
}

async function show(queue: asyncio.Queue<string>) {
  console.log(await receive(queue));
}

async function main() {
  const queue = new asyncio.Queue<string>();
  const reader = asyncio.create_task(show(queue), { name: 'reader' });
  try {
    await asyncio.wait_for(reader, 10);
  } catch (error) {
    if (!(error instanceof asyncio.TimeoutError)) throw error;
    console.log('ten seconds, and nothing has come');
  }
}

async function watch() {
  await asyncio.sleep(5);
  for (const task of asyncio.all_tasks()) {
    if (task.get_name() === 'reader') console.log(asyncio.format_call_graph(task));
  }
}

async function both() {
  await using group = new asyncio.TaskGroup();
  group.create_task(main(), { name: 'main' });
  group.create_task(watch());
}

await asyncio.run(both());
