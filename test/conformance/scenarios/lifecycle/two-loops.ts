// Two loops run one after the other and keep apart what belongs to them.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const first = newLoop();
  const second = newLoop();

  const work = asyncio.coroutine(async (name: string) => {
    await asyncio.sleep(0.5);
    trace(name, asyncio.get_running_loop() === (name === 'first' ? first : second));
    return [...asyncio.all_tasks()].map((task) => task.get_name()).sort();
  });

  const a = first.create_task(work('first'), { name: 'A' });
  const b = second.create_task(work('second'), { name: 'B' });
  trace('names', await second.run_until_complete(b), a.done());
  trace('names', await first.run_until_complete(a), first.time(), second.time());
  first.close();
  second.close();
};
