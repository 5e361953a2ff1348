import * as asyncio from 'asyncio-ts';

import { benchMemory } from '../support/compiled.js';

const nap = async () => {
  await asyncio.sleep(3600);
};

const tasks: asyncio.Task<void>[] = [];

await benchMemory(async (count) => {
  for (let i = 0; i < count; i++) tasks.push(asyncio.create_task(nap()));
  await asyncio.sleep(0);
  await asyncio.sleep(0);
  return tasks.filter((task) => !task.done()).length;
});
