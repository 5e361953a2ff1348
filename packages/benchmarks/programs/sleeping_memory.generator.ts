import * as asyncio from 'asyncio-ts';

import { benchMemory } from '../support/generator.js';

const nap = asyncio.coroutine(function* () {
  yield* asyncio.sleep(3600);
});

const tasks: asyncio.Task<void>[] = [];

await benchMemory(function* (count) {
  for (let i = 0; i < count; i++) tasks.push(asyncio.create_task(nap()));
  // After two turns every one of them sleeps.
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  return tasks.filter((task) => !task.done()).length;
});
