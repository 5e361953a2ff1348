import { sleep, spawn, type Operation, type Task } from 'effection';

import { benchMemory, turn } from '../support/effection.js';

function* nap(): Operation<void> {
  yield* sleep(3_600_000);
}

const tasks: Task<void>[] = [];

await benchMemory(function* (count) {
  for (let i = 0; i < count; i++) tasks.push(yield* spawn(nap));
  yield* turn;
  return tasks.length;
});
