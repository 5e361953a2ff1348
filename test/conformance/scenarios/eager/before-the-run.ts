// While its loop doesn't run, an eager task starts like any other.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const loop = newLoop();

  const work = asyncio.coroutine(async (name: string) => {
    trace('runs', name);
    await asyncio.sleep(0.25);
    return name;
  });

  const early = loop.create_task(work('early'), { eager_start: true });
  trace('made', early.done(), asyncio.iscoroutine(early.get_coro()));
  const direct = new asyncio.Task(work('direct'), { loop, eager_start: true });
  trace('made', direct.done());
  loop.set_task_factory(asyncio.eager_task_factory);
  const later = loop.create_task(work('later'));
  trace('results', await loop.run_until_complete(later), early.result(), direct.result());
  loop.close();
};
