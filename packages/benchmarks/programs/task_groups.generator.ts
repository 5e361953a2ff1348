import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const GROUP = 100;

const child = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  let done = 0;
  for (let begun = 0; begun < count; begun += GROUP) {
    const tasks: asyncio.Task<number>[] = [];
    yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
      for (let i = 0; i < GROUP; i++) tasks.push(group.create_task(child(i)));
    });
    done += tasks.filter((task, i) => task.result() === i).length;
  }
  return done;
});
