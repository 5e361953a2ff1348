import * as asyncio from 'asyncio-ts';

import { bench } from '../support/compiled.js';

const GROUP = 100;

const child = async (x: number) => {
  return x;
};

await bench(async (count) => {
  let done = 0;
  for (let begun = 0; begun < count; begun += GROUP) {
    const tasks: asyncio.Task<number>[] = [];
    {
      await using group = new asyncio.TaskGroup();
      for (let i = 0; i < GROUP; i++) tasks.push(group.create_task(child(i)));
    }
    done += tasks.filter((task, i) => task.result() === i).length;
  }
  return done;
});
