// A coroutine counts as never awaited if it was neither awaited, nor closed, nor given to a task.
import * as asyncio from 'asyncio-ts';
import type { NewLoop, Trace } from '../../scenario';

export const program = async (trace: Trace, newLoop: NewLoop) => {
  const work = asyncio.coroutine(async function work(name: string) {
    trace('never', name);
  });

  const awaits = asyncio.coroutine(async function awaits(coroutine: asyncio.Coroutine<void>) {
    await coroutine;
  });

  const main = asyncio.coroutine(async () => {
    const loop = asyncio.get_running_loop();
    work('dropped');
    work('closed').close();
    asyncio.create_task(work('cancelled at once')).cancel();
    asyncio.create_task(awaits(work('of a cancelled task'))).cancel();
    try {
      work('thrown into').throw(new asyncio.ValueError('v'));
    } catch (error) {
      trace('thrown', error);
    }
    try {
      if (loop.get_debug()) loop.call_soon(work('wrong') as never);
    } catch (error) {
      trace('refused', error);
    }
    await asyncio.sleep(0);
    trace('main ends');
  });

  await asyncio.run(main(), { loop_factory: newLoop });
};
