// `wait` ends when all are done, when the first is, when the first fails, or when the time is over.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const work = asyncio.coroutine(async function work(name: string, seconds: number, fails = false) {
    await asyncio.sleep(seconds);
    if (fails) throw new asyncio.ValueError(name);
    return name;
  });

  const start = (...specs: [string, number, boolean?][]): asyncio.Task[] =>
    specs.map((spec) => asyncio.create_task(work(...spec), { name: spec[0] }));

  const show = (label: string, sets: Set<asyncio.Task>[]): void => {
    trace(label, ...sets.map((ones) => Array.from(ones, (task) => task.get_name())));
  };

  let tasks = start(['a', 2], ['b', 1], ['c', 3]);
  show('all', await asyncio.wait(tasks));
  show('done already', await asyncio.wait(tasks, { return_when: asyncio.FIRST_COMPLETED }));
  tasks = start(['a', 2], ['b', 1], ['c', 1]);
  show('first', await asyncio.wait(tasks, { return_when: asyncio.FIRST_COMPLETED }));
  show('the rest', await asyncio.wait(tasks));
  tasks = start(['a', 2, true], ['b', 1], ['c', 3]);
  show('first failure', await asyncio.wait(tasks, { return_when: asyncio.FIRST_EXCEPTION }));
  trace('failed', tasks[0]!.exception());
  show('failed already', await asyncio.wait(tasks, { return_when: asyncio.FIRST_EXCEPTION }));
  tasks = start(['a', 1], ['b', 2]);
  tasks[0]!.cancel();
  show('a cancellation is no failure', await asyncio.wait(tasks, { return_when: asyncio.FIRST_EXCEPTION }));
  tasks = start(['a', 1], ['b', 2], ['c', 3]);
  show('in time', await asyncio.wait(tasks, { timeout: 2 }));
  show('no time', await asyncio.wait(tasks, { timeout: 0 }));
  show('less than no time', await asyncio.wait(tasks, { timeout: -1 }));
  show('enough time', await asyncio.wait(tasks, { timeout: 5, return_when: asyncio.FIRST_EXCEPTION }));
  tasks = start(['a', 1]);
  show('once each', await asyncio.wait([tasks[0]!, tasks[0]!]));
  show('of a generator', await asyncio.wait(tasks.values()));
});
