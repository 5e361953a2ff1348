// create_eager_task_factory makes eager tasks of a class of one's own.
// Not in wrapped, mixed style (a native body is never started eagerly).
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

class Named extends asyncio.Task {
  readonly given: readonly string[];

  constructor(coro: asyncio.Coroutine, keywords: asyncio.TaskOptions) {
    super(coro, keywords);
    this.given = Object.keys(keywords).sort();
  }
}

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  const work = asyncio.coroutine(async function work(delay: number) {
    trace('inside', asyncio.current_task()!.constructor.name);
    await asyncio.sleep(delay);
  });

  const factory = asyncio.create_eager_task_factory(Named);
  loop.set_task_factory(factory);
  const task = asyncio.create_task(work(0.25), { name: 'a' });
  trace('made', task.constructor.name, (task as Named).given, task.get_name(), task.done());
  await task;
  const direct = factory(loop, work(0), { name: 'b', eager_start: false }) as Named;
  trace('direct', direct.constructor.name, direct.given, direct.done());
  await direct;
  for (const wrong of [42, null]) {
    try {
      asyncio.create_eager_task_factory(wrong as never)(loop, work(0));
    } catch (error) {
      trace('refused', error);
    }
  }
});
