import { scoped, spawn, type Operation, type Task } from 'effection';

import { bench } from '../support/effection.js';

const GROUP = 100;

function* child(x: number): Operation<number> {
  return x;
}

function* group(): Operation<number> {
  const tasks: Task<number>[] = [];
  for (let i = 0; i < GROUP; i++) tasks.push(yield* spawn(() => child(i)));
  let done = 0;
  for (const [i, task] of tasks.entries()) if ((yield* task) === i) done++;
  return done;
}

await bench(function* (count) {
  let done = 0;
  for (let begun = 0; begun < count; begun += GROUP) done += yield* scoped(group);
  return done;
});
