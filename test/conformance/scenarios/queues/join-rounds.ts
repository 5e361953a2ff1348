// `join` can be awaited in rounds; an item that comes before the joiner has run doesn't hold it up.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const queue = new asyncio.Queue<unknown>();

  const join = asyncio.coroutine(async function join(name: string) {
    await queue.join();
    trace(name, 'joined', asyncio.str(queue));
  });

  for (let number = 0; number < 2; number++) {
    queue.put_nowait(number);
    const task = asyncio.create_task(join(`round ${number}`));
    await asyncio.sleep(1);
    trace('got', queue.get_nowait(), task.done());
    queue.task_done();
    await task;
  }

  queue.put_nowait('first');
  const tasks = ['a', 'b', 'cancelled'].map((name) => asyncio.create_task(join(name)));
  await asyncio.sleep(1);
  tasks[2]!.cancel();
  queue.get_nowait();
  queue.task_done();
  queue.put_nowait('in the same turn');
  trace('ended', await asyncio.gather(...tasks, { return_exceptions: true }));
  trace('left', asyncio.str(queue));
});
