import { sleep, spawn, type Operation, type Task } from 'effection';

import { bench, turn } from '../support/effection.js';

const BATCH = 1000;

await bench(function* (count) {
  let done = 0;
  const nap = function* (): Operation<void> {
    try {
      yield* sleep(3_600_000);
    } finally {
      done++;
    }
  };
  for (let begun = 0; begun < count; begun += BATCH) {
    const tasks: Task<void>[] = [];
    for (let i = 0; i < BATCH; i++) tasks.push(yield* spawn(nap));
    yield* turn;
    for (const task of tasks) yield* task.halt();
  }
  return done;
});
