'use asyncio';
import * as asyncio from 'asyncio-ts';

async function fetch_all(urls: readonly string[]) {
  await using group = new asyncio.TaskGroup();
  return urls.map((url) => group.create_task(fetch_one(url)));
}

async function fetch_one(url: string) {
  await asyncio.sleep(0.1);
  return `${url}: done`;
}

const tasks = await asyncio.run(fetch_all(['a', 'b']));
console.log(tasks.map((task) => task.result()));
