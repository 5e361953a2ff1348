// A task factory may give what it likes: a task it kept, or a future of its own.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();
  const made: string[] = [];

  const work = asyncio.coroutine(async (value: number) => {
    await asyncio.sleep(0.25);
    return value;
  });

  const counts: asyncio.TaskFactory = (its, coro, keywords) => {
    const task = new asyncio.Task(coro, { loop: its, ...keywords });
    made.push(task.get_name());
    return task;
  };

  loop.set_task_factory(counts);
  trace('one', await asyncio.create_task(work(1), { name: 'one' }));
  trace('limit', await asyncio.wait_for(work(2), 1));
  trace('shield', await asyncio.shield(work(3)));
  trace('group', await asyncio.gather(work(4), work(5)));
  trace('made', made.length, made[0]);
  loop.set_task_factory((_loop, coro) => {
    coro.close();
    throw new asyncio.ValueError('no tasks today');
  });
  try {
    asyncio.create_task(work(6));
  } catch (error) {
    trace('refused', error);
  }
  loop.set_task_factory((its, coro) => {
    coro.close();
    const future = its.create_future();
    future.set_result('a future');
    return future as asyncio.Task;
  });
  trace('answer', await asyncio.create_task(work(7)));
  loop.set_task_factory(null);
});
