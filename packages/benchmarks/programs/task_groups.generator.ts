import * as asyncio from 'asyncio-ts';

import { bench } from '../support/generator.js';

const GROUP = 100;

const child = asyncio.coroutine(function* (x: number) {
  return x;
});

await bench(function* (count) {
  let tasks: asyncio.Task<number>[] = [];
  const spawn = function* (group: asyncio.TaskGroup) {
    for (let i = 0; i < GROUP; i++) tasks.push(group.create_task(child(i)));
  };
  let done = 0;
  for (let begun = 0; begun < count; begun += GROUP) {
    tasks = [];
    yield* asyncio.async_with(new asyncio.TaskGroup(), spawn);
    done += tasks.filter((task, i) => task.result() === i).length;
  }
  return done;
});
