// A task factory makes the tasks of its loop, and is told the keywords.
import * as asyncio from 'asyncio-ts';
import type { Trace } from '../../scenario';

export const main = asyncio.coroutine(async (trace: Trace) => {
  const loop = asyncio.get_running_loop();

  class Marked<T> extends asyncio.Task<T> {}

  const factory: asyncio.TaskFactory = (itsLoop, coro, keywords) => {
    trace('factory', Object.keys(keywords).sort(), keywords.name);
    return new Marked(coro, { ...keywords, loop: itsLoop });
  };

  const work = asyncio.coroutine(async (value: string) => value);

  trace('at first', loop.get_task_factory());
  loop.set_task_factory(factory);
  trace('set', loop.get_task_factory() === factory);
  const named = loop.create_task(work('a'), { name: 'named' });
  trace('kind', named instanceof Marked, named.get_name(), await named);
  trace('gathered', await asyncio.gather(work('b'), work('c')));
  loop.set_task_factory(null);
  trace('kind', asyncio.create_task(work('d')) instanceof Marked);
  try {
    loop.set_task_factory(3 as never);
  } catch (error) {
    trace('refused', error);
  }
});
