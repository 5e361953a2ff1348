// all_tasks and current_task answer for the loop that is named.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const first = newLoop();
  const second = newLoop();
  const names = (loop: asyncio.AbstractEventLoop): string[] =>
    [...asyncio.all_tasks(loop)].map((task) => task.get_name()).sort();

  const work = asyncio.coroutine(async (name: string) => {
    trace(name, [first, second].map(names));
    trace(
      'current',
      [first, second].map((loop) => asyncio.current_task(loop)?.get_name() ?? null),
    );
  });

  const a = first.create_task(work('a'), { name: 'a' });
  const b = second.create_task(work('b'), { name: 'b' });
  trace('outside', names(first), asyncio.current_task(second));
  await first.run_until_complete(a);
  await second.run_until_complete(b);
  trace('after', asyncio.all_tasks(first), asyncio.all_tasks(second));
  for (const ask of [() => asyncio.all_tasks(), () => asyncio.current_task()]) {
    try {
      ask();
    } catch (error) {
      trace('no loop', error);
    }
  }
  first.close();
  second.close();
};
